# SPDX-License-Identifier: MPL-2.0
"""The page in the middle for each kind of step, each made once, when it is first wanted."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.change import Change
from auditapp.exports.orders import ReportOfOne
from auditapp.history.lines import HistoryLine
from auditapp.model.ids import QuestionKey
from auditapp.model.report_kinds import ReportKind
from auditapp.workspace import Workspace
from ui.jobs import Jobs
from ui.open_audit import OpenAudit
from ui.outside import Outside
from ui.preferences import Preferences
from ui.review.review_view import ReviewView
from ui.theme.theme import Theme
from ui.walkthrough.earlier_actions import EarlierActions
from ui.walkthrough.earlier_actions_card import EarlierActionsCard
from ui.walkthrough.feedback_card import FeedbackCard
from ui.walkthrough.front_sheet_card import FrontSheetCard
from ui.walkthrough.overall_card import OverallCard
from ui.walkthrough.question.question_card import QuestionCard
from ui.walkthrough.section_grade_card import SectionGradeCard
from ui.walkthrough.step_page import StepPage
from ui.walkthrough.steps import REPORT, Step, StepKind

if TYPE_CHECKING:
    from ui.history.history_view import HistoryView
    from ui.review.amendment_desk import AmendmentDesk
    from ui.review.report_view import ReportView
    from ui.review.version_desk import VersionDesk

    Card = FrontSheetCard | QuestionCard | SectionGradeCard | FeedbackCard | OverallCard
    View = ReviewView | ReportView | HistoryView

_Numbered = QuestionCard | SectionGradeCard | OverallCard
_VIEWS = (StepKind.REVIEW, StepKind.REPORT, StepKind.HISTORY)
"""Steps that fill the middle, in place of a card on a page."""


class StepPages(QStackedWidget):
    """Show one step at a time. Going on to the next question makes no widget.

    Signals:
        step_asked: a page leads to another ``Step``.
        concern_asked: a concern is to be raised from a question; its key.
        history_asked: the history of a question is to be shown; its key.
        history_left: the person wants to go back from the history.
        next_case_asked: the next case of the round is wanted; its id.
        send_asked: the audit is to be sent to somebody.
        again_asked: the case is to be audited again.
        pair_asked: two audits are to be laid side by side; their ``LinkedRow``.
    """

    step_asked = Signal(object)
    concern_asked = Signal(object)
    history_asked = Signal(object)
    history_left = Signal()
    next_case_asked = Signal(str)
    send_asked = Signal()
    again_asked = Signal()
    pair_asked = Signal(object)

    def __init__(  # noqa: PLR0913 - what the pages need between them
        self,
        theme: Theme,
        open_audit: OpenAudit,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        *,
        parent: QWidget | None = None,
        outside: Outside | None = None,
        has_history: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_audit = open_audit
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._has_history = has_history
        self._kind = StepKind.FRONT_SHEET
        self._version: VersionDesk | None = None
        self._chosen_report: ReportOfOne | None = None
        self._cards: dict[StepKind, Card] = {}
        self._views: dict[StepKind, View] = {}
        self._pages: dict[StepKind, StepPage] = {}
        self.earlier = EarlierActions(workspace, jobs, self)
        if has_history:
            self.earlier.look_beside(self._open_audit)
            open_audit.changed.connect(self._on_changed)

    def show_step(self, step: Step) -> None:
        """Show a step. What was typed before must be settled already."""
        self._kind = step.kind
        if step.kind in _VIEWS:
            view = self._view(step.kind)
            if step.kind is not StepKind.HISTORY:  # which reads when it comes into sight
                view.refresh()
            self.setCurrentWidget(view)
            return
        card = self.card(step.kind)
        if isinstance(card, QuestionCard):
            card.show_question(step.question)
        elif isinstance(card, SectionGradeCard):
            card.show_section(step.section)
        elif isinstance(card, OverallCard):
            card.show_grades()
        page = self._pages[step.kind]
        self.setCurrentWidget(page)
        page.scroll_to_top()

    def settle_now(self) -> None:
        """Commit what has been typed, on whichever page."""
        for card in self._cards.values():
            card.settle_now()

    def forget(self) -> None:
        """Let go of the pages of the report before the view is put away."""
        self.earlier.stop()
        if self._version is not None:
            self._version.close()
        for view in self._views.values():
            if not isinstance(view, ReviewView):
                view.forget()

    def focus_answer(self) -> None:
        """Put the focus where the person goes on."""
        if self._kind in self._cards:
            self._cards[self._kind].focus_answer()
            self._pages[self._kind].show_focus()
        elif self._kind in self._views:
            self._views[self._kind].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_change(self, line: HistoryLine) -> None:
        """Put the caret where a note that is on show was changed by an undo or a redo."""
        card = self._cards.get(self._kind)
        if not isinstance(card, QuestionCard):
            return
        for row in line.rows:
            if row.place.question == card.key and row.table == "answers" and row.fields:
                card.focus_change(row.fields)

    def history(self) -> "HistoryView":
        """Return the page of the history."""
        view = self._view(StepKind.HISTORY)
        return cast("HistoryView", view)

    @property
    def amendments(self) -> "AmendmentDesk | None":
        """What asks for amendments, once the review was on show."""
        view = self._views.get(StepKind.REVIEW)
        return view.amendments if isinstance(view, ReviewView) else None

    @property
    def chosen_report(self) -> "ReportOfOne | None":
        """The kind and version of the report, once they were chosen."""
        view = self._views.get(StepKind.REPORT)
        if view is None:
            return self._chosen_report
        return cast("ReportView", view).wanted

    def choose_report(self, wanted: "ReportOfOne | None") -> None:
        """Have the report be that of a kind and version when it is first on show."""
        self._chosen_report = wanted

    @property
    def earlier_card(self) -> EarlierActionsCard | None:
        """What shows the actions of earlier audits, once the front sheet was on show."""
        card = self._cards.get(StepKind.FRONT_SHEET)
        return card.earlier if isinstance(card, FrontSheetCard) else None

    def choose(self, number: int) -> None:
        """Choose the answer or grade with this number, where there is one."""
        card = self._cards.get(self._kind)
        if isinstance(card, _Numbered):
            card.choose(number)

    @property
    def choice_count(self) -> int:
        """How many answers or grades can be chosen by their numbers here."""
        card = self._cards.get(self._kind)
        if isinstance(card, _Numbered) and self._open_audit.can_edit:
            return card.choice_count
        return 0

    def answer_as(self, key: QuestionKey) -> bool:
        """Give the question on show the answer of another; return whether it is to be had here."""
        card = self._cards.get(self._kind)
        return isinstance(card, QuestionCard) and card.answer_as(key)

    def card(self, kind: StepKind) -> "Card":
        """Return the card of a kind of step that has one."""
        if kind not in self._cards:
            card = self._make_card(kind)
            page = StepPage(self._theme, card)
            self._cards[kind], self._pages[kind] = card, page
            self.addWidget(page)
        return self._cards[kind]

    # Making the pages

    def _make_card(self, kind: StepKind) -> "Card":
        theme, open_audit, clock = self._theme, self._open_audit, self._workspace.clock
        if kind is StepKind.FRONT_SHEET:
            return FrontSheetCard(
                theme, open_audit, self._workspace, self._preferences, self._earlier_card()
            )
        if kind is StepKind.SECTION_GRADE:
            return SectionGradeCard(theme, open_audit, clock)
        if kind is StepKind.FEEDBACK:
            feedback = FeedbackCard(theme, open_audit)
            feedback.questions_asked.connect(self._on_questions_asked)
            return feedback
        if kind is StepKind.OVERALL:
            return OverallCard(theme, open_audit, clock)
        card = QuestionCard(theme, open_audit)
        card.concern_asked.connect(self.concern_asked)
        card.history_asked.connect(self.history_asked)
        card.follow_up.history_button.setVisible(self._has_history)
        return card

    def _earlier_card(self) -> EarlierActionsCard:
        return EarlierActionsCard(
            self._theme, self._workspace, self._preferences, self._jobs, self.earlier
        )

    def _view(self, kind: StepKind) -> "View":
        if kind not in self._views:
            view = self._make_view(kind)
            self._views[kind] = view
            self.addWidget(view)
        return self._views[kind]

    def _make_view(self, kind: StepKind) -> "View":
        if kind is StepKind.HISTORY:
            return self._make_history()
        return self._make_review() if kind is StepKind.REVIEW else self._make_report()

    def _make_history(self) -> "HistoryView":
        from ui.history.history_view import HistoryView  # noqa: PLC0415 - most never look

        view = HistoryView(
            self._theme, self._open_audit, self._workspace, self._jobs, outside=self._outside
        )
        view.step_asked.connect(self.step_asked)
        view.left.connect(self.history_left)
        return view

    def _make_review(self) -> ReviewView:
        rows = self._workspace.linked_rows if self._has_history else None  # it is in no store
        view = ReviewView(self._theme, self._open_audit, earlier=self.earlier, linked_rows=rows)
        view.send_asked.connect(self.send_asked)
        view.again_asked.connect(self.again_asked)
        view.pair_asked.connect(self.pair_asked)
        view.step_asked.connect(self.step_asked)
        view.version_asked.connect(self._on_version_asked)
        view.signed_card.next_case_asked.connect(self.next_case_asked)
        return view

    def _on_changed(self, change: Change) -> None:
        if change.touches("front"):
            self.earlier.look_beside(self._open_audit)

    def _on_questions_asked(self) -> None:
        wanted = ReportOfOne(ReportKind.QUESTIONS, self._open_audit.audit.id)
        view = self._views.get(StepKind.REPORT)
        if view is None:
            self.choose_report(wanted)
        else:
            cast("ReportView", view).show_choice(wanted)
        self.step_asked.emit(REPORT)

    def _on_version_asked(self, number: int) -> None:
        from ui.review.version_desk import VersionDesk  # noqa: PLC0415 - as in the report

        if self._version is None:
            self._version = VersionDesk(
                self._theme, self._workspace, self._jobs, self._open_audit, self
            )
        self._version.show(number)

    def _make_report(self) -> "ReportView":
        # Pages of a PDF and printing bring libraries that most sessions never need.
        from ui.review.report_view import ReportView  # noqa: PLC0415

        view = ReportView(
            self._theme, self._open_audit, self._workspace, self._preferences, self._jobs,
            outside=self._outside,
        )  # fmt: skip
        if self._chosen_report is not None:
            view.show_choice(self._chosen_report)
        view.step_asked.connect(self.step_asked)
        return view
