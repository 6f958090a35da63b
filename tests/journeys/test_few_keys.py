# SPDX-License-Identifier: MPL-2.0
"""Count the keys of somebody who knows the program: four at most for a question.

What they write does not count: the note, and an answer that is itself a text, a number or a date.
Every key goes to the real window; what was meant is then looked for in the store.
"""

import datetime as dt

import pytest

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.gaps import GapKind, asks_cause, gaps, needs_late_reason
from auditapp.model.answer import Cause
from auditapp.paths import find_paths
from auditapp.settings import Settings, save
from tests.journeys.person import Person
from tests.making import Clock, start_audit
from ui.demo.hands import Hands
from ui.walkthrough.steps import StepKind

pytestmark = pytest.mark.timeout(300)

MOST = 4
NOTE = "Both times, in her own room."
CHECKLIST = "supervision"
"""It asks questions of all seven kinds."""


@pytest.mark.parametrize("is_shortfall", [False, True])
def test_no_question_takes_more_than_four_keys(qapp, tmp_path, is_shortfall):
    """Neither where all is well nor where every answer is a shortfall, with its cause."""
    clock = Clock(dt.datetime.now(dt.UTC))
    person = Person(qapp, tmp_path / "person", "R. Okafor", clock)
    standards = {"case_supervision": {"on": True}}
    given = Settings(auditor=person.name, local_standards=standards)
    save(find_paths(tmp_path / "person" / "audits").settings, given)
    with person.at_work():
        person.window.home_view.audit_chosen.emit(start_audit(person.workspace, CHECKLIST))
        expert = Expert(person.window, clock().date(), is_shortfall=is_shortfall)
        counted = expert.answer_all()
        outline = person.window.open_audit.outline

    left = {gap.kind for gap in gaps(outline) if gap.question}
    assert set() == left - {GapKind.NO_CONCERN}
    assert {asked.key for asked in outline.questions} == set(counted)
    assert {NOTE} == {outline.audit.answer(key).note for key in counted}
    late = [key for key in counted if outline.audit.answer(key).late_reason]
    assert is_shortfall is bool(late)
    causes = {outline.audit.answer(key).cause for key in counted}
    assert ({None, Cause.SYSTEM} if is_shortfall else {None}) == causes
    assert {} == {key: count for key, count in counted.items() if count > MOST}


class Expert(Hands):
    """Somebody who knows the keys, and counts what they press."""

    def __init__(self, window, today, *, is_shortfall):
        super().__init__(window)
        self._view, self._audit = window.audit_view, window.open_audit
        self._is_shortfall = is_shortfall
        gaps_in_days = (10, 150) if is_shortfall else (10, 30, 50, 70, 90, 110, 130, 150, 170)
        self._days = [f"{today - dt.timedelta(days=days):%d/%m/%Y}" for days in gaps_in_days]
        self.pressed = 0

    def press(self, keys, times=1):
        """Press a key, and count it."""
        self.pressed += times
        super().press(keys, times)

    def answer_all(self):
        """Go from the first question to the last; return how many keys each took."""
        counted = {}
        while (step := self._view.step).kind is not StepKind.FEEDBACK:
            self.pressed = 0
            if step.kind is StepKind.QUESTION:
                self._answer(step.question)
                self.press("Alt+N")
                self.type(NOTE)
            self.press("Alt+Right")
            if step.kind is StepKind.QUESTION:
                counted[step.question] = self.pressed
        return counted

    def _answer(self, key):
        asked = self._audit.outline.by_key[key]
        kind = asked.question.kind
        if kind is QuestionKind.RATING:
            self.press("Ctrl+3" if self._is_shortfall else "Ctrl+1")
            if asks_cause(asked, self._audit.audit.answer(key)):
                self.press("Ctrl+7")
        elif kind in (QuestionKind.CHOICE, QuestionKind.CHOICES):
            self.press("Ctrl+1")
        elif kind is QuestionKind.DATES:
            self.type(", ".join(self._days))
            self.press("Return")
            if needs_late_reason(self._audit.outline, asked):
                self.press("Alt+R")
                self.type("The worker was ill.")
        else:
            self.type({"text": "A week ago.", "number": "4"}.get(kind.value, self._days[-1]))
