# SPDX-License-Identifier: MPL-2.0
"""Count the keys of somebody who knows the program: four at most for a question.

The questions of every shipped checklist are answered as shortfalls; in two other ways those of so
many checklists that every sort of question is among them. What is written does not count:
the note, a reason, and an answer that is itself a text, a number or a date. Where several things
may be ticked, an option or an agency, each tick is a key that is part of the answer, and counted
apart. Every key goes to the real window; what was meant is then looked for in the store.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum, auto

import pytest

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.gaps import GapKind, asks_cause, gaps, needs_late_reason
from auditapp.model.answer import Cause
from auditapp.model.front_sheet import Cohort
from auditapp.paths import find_paths
from auditapp.settings import Settings, save
from tests.journeys.person import Person
from tests.making import Clock, start_audit
from ui.demo.hands import Hands
from ui.keys.commands import MOST_CHOICES
from ui.walkthrough.steps import StepKind

pytestmark = pytest.mark.timeout(600)

MOST = 4
NOTE = "Seen."
WRITTEN = {QuestionKind.TEXT: "A week ago.", QuestionKind.NUMBER: "2"}
LACKING = {
    GapKind.UNANSWERED, GapKind.NO_REASON, GapKind.NO_CAUSE, GapKind.NO_LATE_REASON,
    GapKind.NO_AGENCY,
}  # fmt: skip


class Way(Enum):
    """Name how the questions are answered."""

    SHORTFALL = auto()
    NOT_APPLICABLE = auto()
    NOTHING_ON_FILE = auto()


@dataclass
class Count:
    """Hold the keys that a question took, and the ticks of its answer."""

    keys: int = 0
    ticks: int = 0
    wanted: dict = field(default_factory=dict)


@pytest.fixture
def person(qapp, tmp_path):
    """Return somebody whose council holds supervision often, so that some come late."""
    person = Person(qapp, tmp_path / "person", "R. Okafor", Clock(dt.datetime.now(dt.UTC)))
    standards = {"case_supervision": {"on": True}}
    given = Settings(auditor=person.name, local_standards=standards)
    save(find_paths(tmp_path / "person" / "audits").settings, given)
    with person.at_work():
        yield person


@pytest.mark.parametrize("way", Way)
def test_no_question_takes_more_than_four_keys(person, way):
    """Of no shipped checklist; every answer, reason, note and tick is kept."""
    played = Counter()
    headers, _broken = person.workspace.checklists()
    shipped = [person.workspace.library.load(header.id).checklist for header in headers]
    for checklist in shipped if way is Way.SHORTFALL else _of_every_sort(shipped):
        played += _play(person, checklist.id, way)
    assert set(QuestionKind) == set(played)
    assert played.total() > LEAST_PLAYED[way]


LEAST_PLAYED = {Way.SHORTFALL: 400, Way.NOT_APPLICABLE: 50, Way.NOTHING_ON_FILE: 50}
"""Of some 500 questions, and of some 80: which are asked depends on the answers before."""


def _of_every_sort(checklists):
    """Yield checklists until every sort of question was among them that is in any."""
    seen = set()
    for checklist in checklists:
        sorts = {
            (each.kind, each.scale, each.can_be_not_applicable, bool(checklist.agencies))
            for each in checklist.questions
        }
        if sorts - seen:
            seen |= sorts
            yield checklist


@pytest.fixture
def at_question(person):
    """Return a function that goes to the first question for which something is so."""

    def at_question(checklist_id, is_so):
        audit_id = start_audit(person.workspace, checklist_id, cohorts=tuple(Cohort))
        person.window.home_view.audit_chosen.emit(audit_id)
        expert = Expert(person.window, Way.SHORTFALL)
        expert.find(is_so)
        return expert

    return at_question


def test_evidence_and_an_action_take_a_key_each(at_question):
    """And Tab from field to field, as the guide says; Enter is not needed."""
    expert = at_question("visits", lambda asked: asked.question.kind is QuestionKind.RATING)
    expert.press("Ctrl+3")
    expert.press("Ctrl+7")
    expert.press("Alt+N")
    expert.type(NOTE)
    expert.press("Alt+E")
    expert.type("Supervision")
    expert.press("Alt+T")
    expert.type("See the child alone.")
    expert.press("Tab")
    expert.type("Team manager")
    expert.press("Alt+Right")
    assert MOST + 2 + 1 == expert.count.keys
    (action,) = expert.audit.actions.values()
    assert ("See the child alone.", "Team manager") == (action.what, action.owner_role)
    answer = expert.audit.answer(action.question)
    assert (NOTE, Cause.SYSTEM) == (answer.note, answer.cause)
    assert ["Supervision"] == [each.document for each in answer.evidence]


def test_what_comes_after_the_ninth_is_ticked_by_an_arrow_and_space(at_question):
    """Of options and of agencies: there is no tenth number."""
    expert = at_question("dip-sample", lambda asked: len(asked.question.answers) > MOST_CHOICES)
    for keys in ("Ctrl+9", "Down", "Space", "Alt+9", "Down", "Space"):
        expert.press(keys)
    asked = expert.asked
    answer = expert.audit.answer(asked.key)
    assert tuple(each.id for each in asked.question.answers[8:10]) == answer.value
    assert tuple(each.id for each in asked.checklist.agencies[8:10]) == answer.agencies


def _play(person, checklist_id, way):
    """Answer an audit of one checklist; return how many questions of each kind were played."""
    audit_id = start_audit(person.workspace, checklist_id, cohorts=tuple(Cohort))
    person.window.home_view.audit_chosen.emit(audit_id)
    expert = Expert(person.window, way)
    counted = expert.answer_all()
    outline = person.window.open_audit.outline
    lacking = [(gap.question, gap.kind) for gap in gaps(outline) if gap.kind in LACKING]
    assert [] == [each for each in lacking if each[0]]
    assert {asked.key for asked in outline.questions} <= set(counted)
    kept = {key: outline.audit.answer(key) for key in counted}
    assert {NOTE} == {answer.note for answer in kept.values()}
    wrong = {
        key: (count.wanted, kept[key])
        for key, count in counted.items()
        if any(getattr(kept[key], name) != value for name, value in count.wanted.items())
    }
    assert {} == wrong
    assert {} == {key: count for key, count in counted.items() if count.keys > MOST}
    person.window.audit_view.left.emit()
    person.hands.rest()
    return Counter(expert.kinds.values())


class Expert(Hands):
    """Somebody who knows the keys, and counts what they press."""

    def __init__(self, window, way):
        super().__init__(window)
        self._view, self._audit = window.audit_view, window.open_audit
        self._way = way
        today = dt.datetime.now(dt.UTC).date()
        self._days = [f"{today - dt.timedelta(days=each):%d/%m/%Y}" for each in (10, 150)]
        self.count = Count()
        self.kinds = {}

    def press(self, keys, times=1):
        """Press a key, and count it."""
        self.count.keys += times
        super().press(keys, times)

    def tick_by(self, keys):
        """Tick something by its number, which is part of the answer."""
        self.count.ticks += 1
        super().press(keys)

    def find(self, is_so):
        """Go to the first question for which something is so, and begin to count there."""
        while not (self._view.step.kind is StepKind.QUESTION and is_so(self.asked)):
            self.press("Alt+Right")
        self.count = Count()

    @property
    def asked(self):
        """The question on show."""
        return self._audit.outline.by_key[self._view.step.question]

    @property
    def audit(self):
        """The audit as it is now."""
        return self._audit.audit

    def answer_all(self):
        """Go from the first question to the last; return what each took."""
        counted = {}
        while (step := self._view.step).kind is not StepKind.FEEDBACK:
            self.count = Count()
            if step.kind is StepKind.QUESTION:
                asked = self._audit.outline.by_key[step.question]
                self.kinds[asked.key] = asked.question.kind
                self._answer(asked)
                self._tick_agencies(asked)
                self.press("Alt+N")
                self.type(NOTE)
            self.press("Alt+Right")
            if step.kind is StepKind.QUESTION:
                counted[step.question] = self.count
        return counted

    def _answer(self, asked):
        question = asked.question
        is_dated = question.kind in (QuestionKind.DATE, QuestionKind.DATES)
        if self._way is Way.NOT_APPLICABLE and question.can_be_not_applicable:
            self._say_not_applicable(asked)
        elif self._way is Way.NOTHING_ON_FILE and is_dated:
            self.press("Alt+F")
            self.count.wanted = {"none_on_file": True}
        else:
            getattr(self, f"_give_{question.kind.value}", self._write)(asked)

    def _say_not_applicable(self, asked):
        """Say why, too; of a rating by the number on its card, which takes one key more."""
        if asked.question.kind is QuestionKind.RATING:
            self.press(f"Ctrl+{self._view.pages.choice_count}")
            self.press("Tab")
        else:
            self.press("Alt+A")
        self.type("Not this child.")
        self.count.wanted = {"not_applicable": True, "reason": "Not this child."}

    def _give_rating(self, asked):
        self.press("Ctrl+3" if self._way is Way.SHORTFALL else "Ctrl+1")
        if asks_cause(asked, self.audit.answer(asked.key)):
            self.press("Ctrl+7")
            self.count.wanted = {"cause": Cause.SYSTEM}

    def _give_choice(self, asked):
        number = min(self._way.value, len(self._offered(asked)))
        self.press(f"Ctrl+{number}")
        self.count.wanted = {"value": self._offered(asked)[number - 1].id}

    def _give_choices(self, asked):
        """Tick one thing, or all that have a number and do not stand alone."""
        options = [each for each in self._offered(asked)[:MOST_CHOICES] if not each.exclusive]
        wanted = options if self._way is Way.SHORTFALL else options[:1]
        for each in wanted:
            self.tick_by(f"Ctrl+{self._offered(asked).index(each) + 1}")
        self.count.wanted = {"value": tuple(each.id for each in wanted)}

    def _give_dates(self, asked):
        self.type(", ".join(self._days))
        self.press("Return")
        if needs_late_reason(self._audit.outline, asked):
            self.press("Alt+R")
            self.type("The worker was ill.")
            self.count.wanted = {"late_reason": "The worker was ill."}

    def _write(self, asked):
        self.type(WRITTEN.get(asked.question.kind, self._days[-1]))

    def _tick_agencies(self, asked):
        agencies = asked.checklist.agencies[:2]
        for number, _agency in enumerate(agencies, start=1):
            self.tick_by(f"Alt+{number}")
        self.count.wanted |= {"agencies": tuple(each.id for each in agencies)}

    @staticmethod
    def _offered(asked):
        return [each for each in asked.question.answers if not each.retired]
