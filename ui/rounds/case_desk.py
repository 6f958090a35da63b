# SPDX-License-Identifier: MPL-2.0
"""Do what is done with the chosen cases of a round, each step for a reason."""

import datetime as dt
import enum
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.ids import CaseReference, RecordId
from auditapp.model.round import Round
from auditapp.model.round_edits import change_progress
from auditapp.model.round_kinds import CaseState
from ui.messages import Message
from ui.rounds.case_table import CaseTable
from ui.rounds.due_dialog import DueDialog
from ui.rounds.open_round import OpenRound
from ui.rounds.reason_dialog import ReasonDialog
from ui.theme.theme import Theme
from ui.widgets.buttons.menu_button import MenuButton
from ui.widgets.buttons.push_button import PushButton


class _Deed(enum.StrEnum):
    """What a dialog asks the reason of."""

    GIVE = "give"
    DUE = "due"
    LATE = "late"
    REPLACE = "replace"
    EXEMPT = "exempt"


class CaseDesk(QObject):
    """Give cases to somebody or to another day, replace or exempt one, say why one is late."""

    def __init__(
        self,
        theme: Theme,
        open_round: OpenRound,
        table: CaseTable,
        more: MenuButton,
        view: QWidget,
    ) -> None:
        """Work for ``view``, over which the dialogs open, on the rows chosen in ``table``.

        What is done seldom goes into the menu of ``more``.
        """
        super().__init__(view)
        self._theme = theme
        self._round = open_round
        self._table = table
        self._view = view
        self.give_button = PushButton(theme, _("&Give to …"), "secondary", "user-round")
        self.due_button = PushButton(theme, _("Due da&y …"), "secondary", "calendar")
        self.buttons = (self.give_button, self.due_button)
        self.late_command = more.add(_("&Why late …"), "clock")
        self.replace_command = more.add(_("Re&place …"), "refresh-cw")
        self.exempt_command = more.add(_("E&xempt …"), "minus")
        self._asked: tuple[_Deed, Sequence[CaseReference]] = (_Deed.GIVE, ())
        self._work: Callable[[str, str], Round] | None = None
        self.dialog: ReasonDialog | None = None
        self.due_dialog: DueDialog | None = None
        self.give_button.clicked.connect(self._on_give_clicked)
        self.replace_command.triggered.connect(self._on_replace_chosen)
        self.exempt_command.triggered.connect(self._on_exempt_chosen)
        self.late_command.triggered.connect(self._on_late_chosen)
        self.due_button.clicked.connect(self._on_due_clicked)

    def show_chosen(self, chosen: Sequence[CaseReference]) -> None:
        """Offer what can be done with these cases."""
        whole = self._round.whole
        is_open = whole.about.closed_at is None and not whole.erased.keys() & chosen
        states = {whole.state(case) for case in chosen}
        one = is_open and len(chosen) == 1
        is_unsigned = bool(chosen) and CaseState.SIGNED not in states
        exempt = CaseState.EXEMPT in states
        self.give_button.setEnabled(is_open and is_unsigned and bool(whole.auditors))
        not_begun = states <= {CaseState.DRAWN, CaseState.ALLOCATED, CaseState.EXEMPT}
        self.due_button.setEnabled(is_open and is_unsigned and CaseState.EXEMPT not in states)
        # Another case may well take the place of an erased one.
        is_at_work = whole.about.closed_at is None and len(chosen) == 1
        self.replace_command.setEnabled(is_at_work and not_begun)
        self.exempt_command.setEnabled(one and is_unsigned)
        self.exempt_command.setText(_("E&xpect it again") if exempt else _("E&xempt …"))
        self.late_command.setEnabled(one and not exempt)

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed, as it can be kept while the window is locked; None if nothing."""
        dialog = self.dialog or self.due_dialog
        if dialog is None:
            return None
        deed, cases = self._asked
        return {"deed": deed.value, "cases": list(cases), "typed": dialog.typed()}

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Open the dialog again with what `typed` returned before, if the cases are still there."""
        cases = [CaseReference(each) for each in typed["cases"]]
        if not set(cases) <= set(self._round.whole.sample):
            return
        self._ask(_Deed(typed["deed"]), cases)
        dialog = self.dialog or self.due_dialog
        if dialog is not None:
            dialog.show_typed(typed["typed"])

    # The dialogs

    def _ask(self, deed: _Deed, cases: Sequence[CaseReference]) -> None:
        self._asked = deed, cases
        ways: Mapping[_Deed, Callable[[], None]] = {
            _Deed.GIVE: partial(self._ask_give, cases),
            _Deed.DUE: partial(self._ask_due, cases),
            _Deed.LATE: partial(self._ask_late, cases[0]),
            _Deed.REPLACE: partial(self._ask_replace, cases[0]),
            _Deed.EXEMPT: partial(self._ask_exempt, cases[0]),
        }
        ways[deed]()

    def _ask_give(self, cases: Sequence[CaseReference]) -> None:
        people = sorted(
            ((key, each.name) for key, each in self._round.whole.auditors.items()),
            key=lambda pair: pair[1].casefold(),
        )
        words = ngettext(
            "{count} case is given to somebody. Nobody is given their own.",
            "{count} cases are given to somebody. Nobody is given their own.",
            len(cases),
        ).format(count=len(cases))

        def give(reason: str, key: str) -> Round:
            """Give the chosen cases to the auditor of that key."""
            desk = self._round
            return desk.workspace.give_cases(desk.whole.id, cases, RecordId(key), reason, desk.by)

        self._ask_reason(
            _("Give cases to somebody"), words, _("Give"), give, (_("Auditor"), people)
        )

    def _ask_replace(self, case: CaseReference) -> None:
        words = _(
            "The next case of the draw takes the place of {case}. Which one that is was settled "
            "by the seed. The reason is printed."
        ).format(case=case)

        def replace(reason: str, _choice: str) -> Round:
            """Put the next case of the draw in the place of this one, and say which it is."""
            desk = self._round
            whole, new = desk.workspace.replace_drawn(desk.whole.id, case, reason, desk.by)
            text = (
                _("{new} is in the place of {case}.").format(new=new, case=case)
                if new
                else _("The list has no case left to take the place of {case}.").format(case=case)
            )
            desk.tell(Message(text, ""))
            return whole

        self._ask_reason(_("Replace a case"), words, _("Replace"), replace)

    def _ask_exempt(self, case: CaseReference) -> None:
        words = _("No audit of {case} is expected any more. The reason is printed.")

        def exempt(reason: str, _choice: str) -> Round:
            """Exempt the case for that reason."""
            return self._changed(case, exempt_reason=reason)

        self._ask_reason(_("Exempt a case"), words.format(case=case), _("Exempt"), exempt)

    def _ask_late(self, case: CaseReference) -> None:
        words = _("Say why the audit of {case} is late, or will be. The reason is printed.")

        def explain_late(reason: str, _choice: str) -> Round:
            """Keep the reason with the case."""
            return self._changed(case, late_reason=reason)

        self._ask_reason(_("Why it is late"), words.format(case=case), _("Save"), explain_late)

    def _ask_due(self, cases: Sequence[CaseReference]) -> None:
        words = ngettext(
            "{count} case is due on another day. The reason is printed.",
            "{count} cases are due on another day. The reason is printed.",
            len(cases),
        ).format(count=len(cases))
        due = self._round.whole.due(cases[0])
        self.due_dialog = DueDialog(self._theme, words, due, self._view)
        self.due_dialog.given.connect(self._on_due_given)
        self.due_dialog.finished.connect(self._on_finished)
        self.due_dialog.open()

    def _ask_reason(
        self,
        title: str,
        words: str,
        go_on: str,
        work: Callable[[str, str], Round],
        choice: tuple[str, Sequence[tuple[str, str]]] | None = None,
    ) -> None:
        self._work = work
        self.dialog = ReasonDialog(
            self._theme, title, words, go_on, choice=choice, parent=self._view
        )
        self.dialog.given.connect(self._on_reason_given)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _changed(self, case: CaseReference, **fields: str) -> Round:
        desk = self._round
        return desk.workspace.edit_round(
            desk.whole.id, lambda whole: change_progress(whole, case, desk.by, **fields)
        )

    # Slots

    def _on_give_clicked(self) -> None:
        self._ask(_Deed.GIVE, self._table.chosen)

    def _on_due_clicked(self) -> None:
        self._ask(_Deed.DUE, self._table.chosen)

    def _on_late_chosen(self) -> None:
        self._ask(_Deed.LATE, self._table.chosen)

    def _on_replace_chosen(self) -> None:
        self._ask(_Deed.REPLACE, self._table.chosen)

    def _on_exempt_chosen(self) -> None:
        case = self._table.chosen[0]
        if self._round.whole.state(case) is CaseState.EXEMPT:
            self._round.do(lambda: self._changed(case, exempt_reason=""))
        else:
            self._ask(_Deed.EXEMPT, [case])

    def _on_reason_given(self, reason: str, choice: str) -> None:
        work = self._work
        if work is not None:
            self._round.do(lambda: work(reason, choice))

    def _on_due_given(self, day: dt.date, reason: str) -> None:
        desk, (_deed, cases) = self._round, self._asked
        work = desk.workspace.change_due
        desk.do(lambda: work(desk.whole.id, cases, day, reason, desk.by))

    def _on_finished(self) -> None:
        self.dialog = self.due_dialog = None
