# SPDX-License-Identifier: MPL-2.0
"""One register: its list, and the form of the entry that is chosen or added."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from auditapp.model.ids import RecordId
from auditapp.model.register import Register
from auditapp.workspace import Workspace
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.registers.entry_desk import EntryDesk
from ui.registers.read_line import ReadLine
from ui.registers.read_part import ReadPart
from ui.registers.register_lines import REGISTERS
from ui.theme.theme import Theme


class RegisterPart(ReadPart):
    """Choosing a line opens its form; so does the button that adds one."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        register: Register,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, workspace, jobs, REGISTERS[register], parent)
        self.desk = EntryDesk(theme, workspace, preferences, register, self)
        self.line_chosen.connect(self._on_line_chosen)
        self.add_asked.connect(self._on_add_asked)
        self.desk.changed.connect(self.refresh)

    def words(self) -> dict[str, Any]:
        """Return what is looked for and typed, as it can be kept."""
        return {**super().words(), "entry": self.desk.typed()}

    def resume(self, words: Mapping[str, Any]) -> None:
        """Look for what was kept, and open the form again in which somebody typed."""
        super().resume(words)
        typed = words.get("entry")
        if typed:
            entry_id = typed.get("id")
            self.desk.ask(RecordId(entry_id) if entry_id else None, typed)

    # Slots

    def _on_line_chosen(self, line: ReadLine) -> None:
        self.desk.ask(RecordId(str(line.listed.key)))

    def _on_add_asked(self) -> None:
        self.desk.ask()
