# SPDX-License-Identifier: MPL-2.0
"""The actions of all audits: look for them, see one whole, say what became of it."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.insight.action_search import ActionFilter, ActionRow, ActionsFound
from auditapp.judgement.moment_words import uk_time
from auditapp.model.ids import AuditId, RecordId
from auditapp.operations.actions import EVERY_AUDIT, ActionPlace, ActionStory
from auditapp.workspace import Workspace
from ui.actions.action_filter_bar import OVERDUE, ActionFilterBar
from ui.actions.action_finder import ActionFinder, ActionsRead
from ui.actions.action_pane import ActionPane
from ui.actions.action_rows import ACTION_COLUMNS, listed_action
from ui.actions.plan_dialog import PlanDialog
from ui.actions.step_desk import StepDesk
from ui.actions.step_dialog import Deed
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.registers.list_states import ListStates
from ui.registers.listed_list import ListedList
from ui.theme.theme import Theme
from ui.walkthrough.steps import REVIEW, Step, StepKind
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.folding_row import FoldingRow
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text_label import TextLabel

_BESIDE_FROM: Final = 980
"""The width, in pixels at the usual text size, from which the pane stands beside the list."""
_LEAST_LIST: Final = 320


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
        self._jobs = jobs
        self._outside = outside
        self._rows: dict[ActionPlace, ActionRow] = {}
        self._telling: Job | None = None
        self._is_first = True
        self._is_empty = False
        self._whole = ""
        self._kept_filter: Mapping[str, Any] = {}
        self._only: ActionPlace | None = None
        self.only_banner = Banner(
            theme,
            "info",
            _("Just the action that you came for is shown"),
            actions=[("all", _("Show the others"))],
        )
        self.only_banner.hide()
        self.filter_bar = ActionFilterBar(theme)
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
        self.states = ListStates(theme, self.list, nothing, ACTION_COLUMNS)
        self.pane = ActionPane(theme)
        self._pane_area = ScrollArea(theme, self.pane)
        self.finder = ActionFinder(workspace, jobs, self)
        self.desk = StepDesk(theme, workspace, preferences, jobs, self)
        self.plan: PlanDialog | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
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
        self.desk.stop()
        if self.plan is not None:
            self.plan.reject()

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

    def _build(self) -> None:
        heading = FoldingRow(self._theme, spacing=8)
        self.count.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.add(self.count, 1)
        buttons = FlowRow()
        buttons.add(self.overdue_button)
        buttons.add(self.plan_button)
        heading.add(buttons)
        self._row.setSpacing(10)
        self._row.addWidget(self.states, 3)
        self._row.addWidget(self._pane_area, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.filter_bar, self.only_banner, heading):
            column.addWidget(part)
        column.addWidget(self.desk.banner)
        column.addWidget(self.desk.work_bar)
        column.addLayout(self._row, 1)
        self._fit()

    def _connect(self) -> None:
        self.filter_bar.filter_changed.connect(self._on_filter_changed)
        self.finder.read.connect(self._on_read)
        self.finder.found.connect(self._on_found)
        self.finder.more_found.connect(self._on_more_found)
        self.finder.failed.connect(self._on_failed)
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
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Put the pane beside the list or below it."""
        px, direction = self._theme.px, QBoxLayout.Direction
        is_wide = self.width() >= px(_BESIDE_FROM)
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self.states.setMinimumHeight(px(_LEAST_LIST))
        # Beside the list it scrolls by itself; below it the page does.
        needed = 0 if is_wide else self.pane.sizeHint().height()
        self._pane_area.setMinimumHeight(needed)

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
        words = ngettext("{count} action is shown.", "{count} actions are shown.", count)
        if has_more:
            words = _("The first {count} actions are shown; scroll for more.")
        self.count.set_text(f"{words.format(count=count)}  {self._whole}".strip())

    # Slots

    def _on_read(self, read: ActionsRead) -> None:
        self.filter_bar.offer(read.choices)
        if self._kept_filter:
            self.filter_bar.show_words(dict(self._kept_filter))
            self._kept_filter = {}
        whole = read.whole
        words = _("Of all audits: {open} open, {overdue} overdue, {soon} due within 14 days.")
        self._whole = words.format(
            open=whole.still_open, overdue=whole.overdue, soon=whole.due_soon
        )
        self._is_empty = not whole.total
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
        self._pane_area.setVisible(self.states.has_rows)
        self.plan_button.setEnabled(bool(found.rows))
        self.overdue_button.setVisible(not self._is_empty)
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
        self._pane_area.hide()

    def _on_marked_changed(self) -> None:
        marked = self.marked
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None
        if len(marked) == 1:
            name = self._preferences.settings.auditor
            work = partial(_tell, self._workspace, marked[0], name)
            self._telling = self._jobs.start(
                work, succeeded=self._on_told, failed=self._on_telling_failed
            )
        elif marked:
            self.pane.show_many([self._rows[each].action.status for each in marked])
        else:
            self.pane.show_nothing()

    def _on_told(self, story: ActionStory) -> None:
        if self.sender() is self._telling:
            self._telling = None
            self.pane.show_story(story)
            self._fit()

    def _on_telling_failed(self, error: BaseException) -> None:
        if self.sender() is self._telling:
            self._telling = None
            self.pane.show_failure(explain(error))

    def _on_deed_asked(self, deed: Deed) -> None:
        self.desk.ask(deed, self.marked)

    def _on_audit_asked(self, story: ActionStory) -> None:
        step = Step(StepKind.QUESTION, story.key) if story.key else REVIEW
        self.audit_asked.emit(story.audit, step)

    def _on_plan_clicked(self) -> None:
        self.plan = PlanDialog(
            self._theme,
            self._workspace,
            self._jobs,
            self._outside,
            self.wanted,
            self,
        )
        self.plan.finished.connect(self._on_plan_finished)
        self.plan.open()

    def _on_plan_finished(self) -> None:
        self.plan = None

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place of the pane for the width."""
        super().resizeEvent(event)
        self._fit()


def _tell(workspace: Workspace, place: ActionPlace, reader: str, _job: Job) -> ActionStory:
    """Read one action whole. Runs in a thread."""
    return workspace.action_story(place, reader)
