# SPDX-License-Identifier: MPL-2.0
"""Hold two stored audits, and beside them what each must say, for `test_undo_machine`."""

import json
import shutil
import tempfile
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine

from auditapp.errors import AuditLockedError
from auditapp.model.edits import Author
from auditapp.model.typing_run import TYPING_RUN
from tests.making import Clock, make_workspace, start_audit


class Wanted:
    """Hold what one audit must say: the states that undo leads through, and those of redo.

    A state is the text of all tables but that of concerns, which undo never touches.
    """

    def __init__(self, state):
        self.states = [state]
        self.undone = []
        self.concerns = {}
        self.typing = None
        self.is_signed = False


class UndoGround(RuleBasedStateMachine):
    """Make edits in two audits, and see after each that the store has just that."""

    def __init__(self):
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.workspace = make_workspace(self.home, self.clock)
        self.ids = [
            start_audit(self.workspace, "seen-and-safe", case_reference=f"HX-{number}")
            for number in (1, 2)
        ]
        self.wanted = [Wanted(self.state(number)) for number in (0, 1)]

    def teardown(self):
        """Leave nothing behind."""
        self.workspace.close()
        shutil.rmtree(self.home)

    # What there is

    def tables(self, number):
        """Return the tables of an audit as they are stored."""
        self.workspace.open_audit(self.ids[number])
        return self.workspace._sessions.get(self.ids[number])._file.read().tables

    def state(self, number):
        """Return the text of all tables that undo may touch; a table without rows is none."""
        rows = {name: each for name, each in self.tables(number).items() if each}
        rows.pop("concerns", None)
        return json.dumps(rows, sort_keys=True)

    def history(self, number):
        """Return the history of an audit."""
        return self.workspace.history(self.ids[number])

    def author(self):
        """Return the auditor, now."""
        return Author("R. Okafor", self.clock())

    # What is done

    def make(self, number, edit, typing=None):
        """Make an edit; while a run of typing goes on it is a part of the change before."""
        wanted = self.wanted[number]
        if wanted.is_signed:
            self.refused(lambda: self.workspace.commit(self.ids[number], edit))
            return
        before = len(self.history(number))
        self.workspace.commit(self.ids[number], edit)
        last = wanted.typing
        goes_on = (
            typing is not None
            and last is not None
            and last[0] == typing
            and self.clock.now - last[1] < TYPING_RUN
        )
        state = self.state(number)
        if state == wanted.states[-1] and not (goes_on and edit.puts[0].record):
            # Nothing changed, unless typing came back to where it began.
            assert before == len(self.history(number))
            return
        if goes_on:
            assert before == len(self.history(number))
            wanted.states[-1] = state
        else:
            assert before + 1 == len(self.history(number))
            wanted.states.append(state)
        wanted.undone.clear()
        wanted.typing = None if typing is None else (typing, self.clock.now)

    def refused(self, act):
        """Have a signed audit refuse something."""
        try:
            act()
        except AuditLockedError:
            return
        raise AssertionError("a signed audit was changed")

    def audit(self, number):
        """Return an audit."""
        return self.workspace.open_audit(self.ids[number])
