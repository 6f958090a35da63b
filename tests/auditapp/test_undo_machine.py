# SPDX-License-Identifier: MPL-2.0
"""Drive two stored audits at random: undo and redo never mix audits or fields, nor lose a change.

What each audit must hold is kept beside the real store, as the whole of its tables.
"""

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from auditapp.model.audit import Overall
from auditapp.model.chain import first_fault
from auditapp.model.edits import (
    Edit,
    change_answer,
    change_front,
    change_overall,
    clear_answer,
    give_grade,
    put_action,
    put_concern,
    put_feedback,
)
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import PRACTICE, Grade
from auditapp.model.history import HistoryKind, UndoReach, undo_reach
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.auditapp.undo_ground import UndoGround
from tests.making import PASSPHRASE, WEAK, Clock, make_front

QUESTIONS = ("seen-and-safe/VS1", "seen-and-safe/VS2")
VALUES = ("met", "partly_met", "not_met")
SIGNED_AFTER = 7
"""Changes of an audit before it may be signed off: after that there is little left to do."""
TEXTS = ("Seen.", "Seen alone.", "Not seen: “no answer” – twice.")

which = st.integers(0, 1)
questions = st.sampled_from(QUESTIONS)
texts = st.sampled_from(TEXTS)
times = st.integers(1, 5)
pauses = st.sampled_from((1, 30, 61))


class UndoMachine(UndoGround):
    """Edit, undo, redo, sign off, lock and unlock, in any order."""

    @rule(number=which, key=questions, value=st.sampled_from(VALUES))
    def answer(self, number, key, value):
        """Answer a question."""
        self.make(number, change_answer(self.audit(number), key, self.author(), value=value))

    @rule(number=which, key=questions, flagged=st.booleans())
    def flag(self, number, key, flagged):
        """Flag a question, or take the flag away."""
        self.make(number, change_answer(self.audit(number), key, self.author(), flagged=flagged))

    @rule(number=which, key=questions)
    def clear(self, number, key):
        """Take an answer away."""
        self.make(number, clear_answer(key, self.author()))

    @rule(number=which, key=questions, keys=st.lists(st.tuples(texts, pauses), min_size=1))
    def type_note(self, number, key, keys):
        """Type on in a note, with short pauses and long ones."""
        for text, seconds in keys[:4]:
            self.clock.move(seconds=seconds)
            if self.audit(number).answer(key).note != text:
                edit = change_answer(
                    self.audit(number), key, self.author(), typing="note", note=text
                )
                self.make(number, edit, typing=key)

    @rule(number=which, key=questions, named=st.booleans())
    def name_agencies(self, number, key, named):
        """Name the agencies, a field that rows without them do not have."""
        names = ("health", "police") if named else ()
        self.make(number, change_answer(self.audit(number), key, self.author(), agencies=names))

    @rule(number=which, value=st.sampled_from(VALUES))
    def change_both_answers(self, number, value):
        """Change several rows at once, as a move to another version of a checklist does."""
        by = self.author()
        edits = [change_answer(self.audit(number), key, by, value=value) for key in QUESTIONS]
        puts = tuple(put for edit in edits for put in edit.puts)
        self.make(number, Edit(HistoryKind.MIGRATED, by, puts))

    @rule(number=which, band=st.sampled_from(("good", "inadequate", None)))
    def grade(self, number, band):
        """Give the practice grade, or take it back."""
        by = self.author()
        grade = Grade(band=band, given_at=by.now, given_by=by.name) if band else None
        self.make(number, give_grade(PRACTICE, grade, by))

    @rule(number=which, key=questions, record=st.sampled_from("ab"), text=texts | st.none())
    def set_action(self, number, key, record, text):
        """Set an action, change it or remove it."""
        by = self.author()
        action = Action(what=text, question=key, created_at=by.now) if text else None
        self.make(number, put_action(record * 32, action, by))

    @rule(number=which, person=st.sampled_from(FeedbackFrom), text=texts)
    def record_feedback(self, number, person, text):
        """Record what somebody said."""
        self.make(number, put_feedback(person, Feedback(asked=True, said=text), self.author()))

    @rule(number=which, team=texts)
    def change_front(self, number, team):
        """Change the front sheet."""
        front = make_front(case_reference=f"HX-{number + 1}", team=team)
        self.make(number, change_front(front, self.author()))

    @rule(number=which, text=texts)
    def summarise(self, number, text):
        """Write the summary."""
        self.make(number, change_overall(Overall(summary=text), self.author()))

    @rule(number=which, record=st.sampled_from("cd"), text=texts)
    def raise_concern(self, number, record, text):
        """Raise a concern, or change it: undo steps over it, and redo is still there after it."""
        concern = Concern(what=text, found_at=Clock().now)
        edit = put_concern(record * 32, concern, self.author())
        wanted = self.wanted[number]
        if wanted.is_signed:
            self.refused(lambda: self.workspace.commit(self.ids[number], edit))
            return
        self.workspace.commit(self.ids[number], edit)
        if wanted.concerns.get(record * 32) != text:
            wanted.typing = None
        wanted.concerns[record * 32] = text

    @rule(number=which, times=times)
    def undo(self, number, times):
        """Take the last changes back: all tables are as they were before each."""
        for _time in range(times):
            self.take_back(number)

    @rule(number=which, times=times)
    def redo(self, number, times):
        """Make the changes again that were undone last."""
        for _time in range(times):
            self.make_again(number)

    @rule(number=which)
    def undo_all_and_redo_all(self, number):
        """Go back to the start, and forth again."""
        steps = len(self.wanted[number].states) - 1
        for act in (self.take_back, self.make_again):
            for _step in range(steps):
                act(number)

    def take_back(self, number):
        """Undo once."""
        wanted = self.wanted[number]
        if wanted.is_signed:
            self.refused(lambda: self.workspace.undo(self.ids[number], self.author()))
            return
        change = self.workspace.undo(self.ids[number], self.author())
        assert (change is not None) == (len(wanted.states) > 1)
        if change is not None:
            wanted.undone.append(wanted.states.pop())
            wanted.typing = None
        assert wanted.states[-1] == self.state(number)

    def make_again(self, number):
        """Redo once."""
        wanted = self.wanted[number]
        if wanted.is_signed:
            self.refused(lambda: self.workspace.redo(self.ids[number], self.author()))
            return
        change = self.workspace.redo(self.ids[number], self.author())
        assert (change is not None) == bool(wanted.undone)
        if change is not None:
            wanted.states.append(wanted.undone.pop())
            wanted.typing = None
        assert wanted.states[-1] == self.state(number)

    @rule()
    def lock_and_unlock(self):
        """Close the program and start it again."""
        self.workspace.close()
        self.workspace = Workspace.unlock(
            find_paths(self.home), PASSPHRASE, strength=WEAK, clock=self.clock
        )

    @rule(minutes=st.integers(0, 3))
    def wait(self, minutes):
        """Let time pass."""
        self.clock.now += dt.timedelta(minutes=minutes)

    @precondition(lambda self: len(self.wanted[1].states) > SIGNED_AFTER)
    @rule()
    def sign_off(self):
        """Sign the second audit off: from then on it only says what it said."""
        wanted = self.wanted[1]
        session = self.workspace._sessions.get(self.ids[1])
        if wanted.is_signed:
            self.refused(lambda: session.sign_off(self.author()))
            return
        session.sign_off(self.author())
        wanted.states, wanted.undone = [self.state(1)], []
        wanted.is_signed = True

    # What must hold

    @invariant()
    def each_audit_says_what_it_must(self):
        """Nothing done to one audit shows in the other; undo is exact to the byte."""
        for number, wanted in enumerate(self.wanted):
            assert wanted.states[-1] == self.state(number)
            concerns = self.tables(number).get("concerns", {})
            assert wanted.concerns == {key: row["what"] for key, row in concerns.items()}

    @invariant()
    def each_history_is_whole_and_says_how_far_undo_reaches(self):
        """As many lines as there are states to go back to."""
        for number, wanted in enumerate(self.wanted):
            history = self.history(number)
            assert first_fault(history) is None
            reach = list(undo_reach(history, can_edit=not wanted.is_signed).values())
            reached = reach.count(UndoReach.NEXT) + reach.count(UndoReach.LATER)
            assert len(wanted.states) - 1 == reached
            assert bool(wanted.undone) == (UndoReach.TO_REDO in reach)


UndoMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)
TestUndo = UndoMachine.TestCase
