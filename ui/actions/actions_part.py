# SPDX-License-Identifier: MPL-2.0
"""The actions of all audits: look for them, see one whole, say what became of it."""

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.insight.action_search import ActionFilter, ActionRow, ActionsFound
from auditapp.judgement.moment_words import uk_time
from auditapp.model.ids import AuditId, RecordId
from auditapp.operations.action_steps import ActionPlace
from auditapp.operations.actions import EVERY_AUDIT, ActionStory
from auditapp.workspace import Workspace
from ui.actions.action_filter_bar import OVERDUE, ActionFilterBar
from ui.actions.action_finder import ActionFinder, ActionsRead
from ui.actions.action_pane import ActionPane
from ui.actions.action_rows import ACTION_COLUMNS, listed_action
from ui.actions.action_teller import ActionTeller
from ui.actions.beside_row import BesideRow
from ui.actions.count_words import shown_words, whole_words
from ui.actions.deeds import Deed
from ui.actions.plan_desk import PlanDesk
from ui.actions.step_desk import StepDesk
from ui.jobs import Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.registers.list_states import ListStates
from ui.registers.listed_list import ListedList
from ui.theme.theme import Theme
from ui.walkthrough.steps import REVIEW, Step, StepKind
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.empty_state import EmptyState


class ActionsPart(QWidget):
    """A filter bar, the list, and a pane with the action that is marked.

    Signals:
        audit_asked: an audit is to be opened; its id and the ``Step`` to show.
    """

    audit_asked = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._rows: dict[ActionPlace, ActionRow] = {}
        self._is_first = True
        self._is_empty = False
        self._whole = ""
        self._kept_filter: Mapping[str, Any] = {}
        self._only: ActionPlace | None = None
        self.finder = ActionFinder(workspace, jobs, self)
        self.teller = ActionTeller(workspace, jobs, self)
        self.desk = StepDesk(theme, workspace, preferences, jobs, self)
        self.plan = PlanDesk(theme, workspace, jobs, outside, self)
        self._make_widgets()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the actions again; what is looked for and marked stays."""
        if self._is_first:
            self.states.show_reading()
        self.finder.read_all()

    def settle_now(self) -> None:
        """Take what is typed; what is looked for needs no more."""

    def stop(self) -> None:
        """End all work, before the window locks."""
        self.finder.stop()
        self.teller.stop()
        self.desk.stop()
        self.plan.stop()

    def words(self) -> dict[str, Any]:
        """Return what is looked for and typed, as it can be kept."""
        return {"filter": self.filter_bar.words, "only": self._only, "step": self.desk.typed()}

    def resume(self, words: Mapping[str, Any]) -> None:
        """Look for what was kept, and open the dialog again in which somebody typed."""
        self._kept_filter = words.get("filter") or {}
        only = words.get("only")
        self._show_only((AuditId(only[0]), RecordId(only[1])) if only else None)
        step = words.get("step")
        if step:
            self.desk.resume(step)

    def look_for_theme(self, theme: str) -> None:
        """Look for the actions of a theme, settled or not, once they are read again."""
        self._show_only(None)
        self._kept_filter = {"theme": theme, "state": ""}

    def look_for_action(self, place: ActionPlace) -> None:
        """Look for one action, and mark it, once they are read again."""
        self._show_only(place)

    @property
    def stop_for_focus(self) -> QWidget:
        """Where the focus belongs when the part is gone to."""
        return self.list if self.states.has_rows else self.states.stop or self.filter_bar.search

    # Building

    def _make_widgets(self) -> None:
        theme = self._theme
        self.filter_bar = ActionFilterBar(theme)
        self.only_banner = Banner(
            theme,
            "info",
            _("Just the action that you came for is shown"),
            actions=[("all", _("Show the others"))],
        )
        self.only_banner.hide()
        self.count = TextLabel(theme, "", "small", "2", wrap=True)
        self.overdue_button = PushButton(theme, _("O&verdue"), "quiet", "clock")
        self.plan_button = PushButton(theme, _("&Print or save the plan …"), icon="printer")
        self.list = ListedList(theme, _("Actions"), ACTION_COLUMNS, takes_many=True)
        nothing = EmptyState(
            theme,
            "flag",
            _("No actions yet"),
            _("Actions are set at a question of an audit. All of them come together here."),
        )
        self.states = ListStates(theme, self.list, nothing, ACTION_COLUMNS, _("Action"))
        self.pane = ActionPane(theme)
        self.beside = BesideRow(theme, self.states, self.pane)

    def _build(self) -> None:
        self._heading = heading = FoldingRow(self._theme, spacing=8)
        self.count.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.add(self.count, 1)
        buttons = FlowRow()
        buttons.add(self.overdue_button)
        buttons.add(self.plan_button)
        heading.add(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.filter_bar, self.only_banner, heading):
            column.addWidget(part)
        column.addWidget(self.desk.banner)
        column.addWidget(self.desk.work_bar)
        column.addWidget(self.beside, 1)

    def _connect(self) -> None:
        self.filter_bar.filter_changed.connect(self._on_filter_changed)
        self.finder.read.connect(self._on_read)
        self.finder.found.connect(self._on_found)
        self.finder.more_found.connect(self._on_more_found)
        self.finder.failed.connect(self._on_failed)
        self.finder.progressed.connect(self.states.show_progress)
        self.list.model_of_rows.more_wanted.connect(self.finder.find_more)
        self.list.marked_changed.connect(self._on_marked_changed)
        self.only_banner.action_clicked.connect(self._on_filter_changed)
        self.states.all_asked.connect(self.filter_bar.clear)
        self.states.again_asked.connect(self.refresh)
        self.pane.deed_asked.connect(self._on_deed_asked)
        self.pane.audit_asked.connect(self._on_audit_asked)
        self.desk.taken.connect(self.refresh)
        self.plan_button.clicked.connect(self._on_plan_clicked)
        self.overdue_button.clicked.connect(self._on_overdue_clicked)
        self.teller.told.connect(self._on_told)
        self.teller.failed.connect(self._on_telling_failed)

    # Inside

    @property
    def wanted(self) -> ActionFilter:
        """Which actions are looked for."""
        if self._only is not None:
            return ActionFilter(selection=EVERY_AUDIT, only=self._only)
        return self.filter_bar.wanted

    @property
    def marked(self) -> list[ActionPlace]:
        """Where the actions are that are marked."""
        return cast("list[ActionPlace]", self.list.marked)

    def _show_only(self, place: ActionPlace | None) -> None:
        self._only = place
        self.only_banner.setVisible(place is not None)

    def _listed(self, found: ActionsFound) -> list[Any]:
        today = uk_time(self._workspace.clock()).date()
        self._rows |= {(row.audit, row.id): row for row in found.rows}
        return [listed_action(row, today) for row in found.rows]

    def _show_count(self, *, has_more: bool) -> None:
        count = len(self.list.model_of_rows.rows)
        shown = shown_words(count, has_more=has_more)
        self.count.set_text(f"{shown} {self._whole}".strip())

    # Slots

    def _on_read(self, read: ActionsRead) -> None:
        self.filter_bar.offer(read.choices)
        self.desk.suggest_owners(read.choices.owners)
        if self._kept_filter:
            self.filter_bar.show_words(dict(self._kept_filter))
            self._kept_filter = {}
        self._whole = whole_words(read)
        self._is_empty = not read.every.total
        self.finder.find(self.wanted)

    def _on_filter_changed(self) -> None:
        self._show_only(None)
        self.finder.find(self.wanted)

    def _on_overdue_clicked(self) -> None:
        self.filter_bar.state.set_value(OVERDUE)
        self._on_filter_changed()

    def _on_found(self, found: ActionsFound) -> None:
        self._is_first = False
        self._rows.clear()
        self.list.set_rows(self._listed(found), has_more=found.has_more)
        self.states.show_found(shown=len(found.rows), is_searched=not self._is_empty)
        self.filter_bar.setVisible(not self._is_empty)
        self.beside.show_pane(is_shown=self.states.has_rows)
        self.plan_button.setEnabled(bool(found.rows))
        self._heading.setVisible(not self._is_empty)
        self._show_count(has_more=found.has_more)
        announce(self.list, self.count.text())
        if self._only is not None:
            self.list.mark([self._only])
        self._on_marked_changed()

    def _on_more_found(self, found: ActionsFound) -> None:
        self.list.model_of_rows.add_rows(self._listed(found), has_more=found.has_more)
        self._show_count(has_more=found.has_more)

    def _on_failed(self, error: BaseException) -> None:
        self._is_first = True
        self.states.show_failure(explain(error))
        self.beside.show_pane(is_shown=False)

    def _on_marked_changed(self) -> None:
        marked = self.marked
        self.teller.stop()
        if len(marked) == 1:
            self.teller.tell(marked[0], self._preferences.settings.auditor)
        elif marked:
            self.pane.show_many([self._rows[each].action.status for each in marked])
        else:
            self.pane.show_nothing()

    def _on_told(self, story: ActionStory) -> None:
        self.pane.show_story(story)
        self.beside.fit()

    def _on_telling_failed(self, error: BaseException) -> None:
        self.pane.show_failure(explain(error))

    def _on_deed_asked(self, deed: Deed) -> None:
        now = self.pane.story.action if self.pane.story is not None else None
        self.desk.ask(deed, self.marked, now=now)

    def _on_audit_asked(self, story: ActionStory) -> None:
        step = Step(StepKind.QUESTION, story.key) if story.key else REVIEW
        self.audit_asked.emit(story.audit, step)

    def _on_plan_clicked(self) -> None:
        self.plan.show(self.wanted)
