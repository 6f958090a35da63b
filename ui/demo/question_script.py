# SPDX-License-Identifier: MPL-2.0
"""Answer the questions of the sample audit by the keyboard."""

from collections.abc import Callable, Mapping

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Cause
from auditapp.model.labels import label
from ui.demo import sample
from ui.demo.hands import Hands, typed_date
from ui.demo.sample_answers import ANSWERS, Sample, SampleAction

Look = Callable[[str], None]
"""Is told the name of each screen while it is to be seen."""


class QuestionScript:
    """Play the auditor at the question on show. ``look`` is called as by the whole script."""

    def __init__(self, hands: Hands, look: Look, answers: Mapping[str, Sample] = ANSWERS) -> None:
        """Answer by ``answers``, which has one for each question that comes up, by its key."""
        self._hands = hands
        self._look = look
        self._answers = answers

    def answer(self, asked: AskedQuestion) -> None:
        """Answer it, and add the reasons, the evidence and the action that belong to it."""
        given = self._answers[asked.key]
        self._give_value(asked, given)
        hands = self._hands
        if given.cause:
            hands.tab_to(label(Cause.PRACTICE))
            hands.arrow_to(label(Cause(given.cause)))
            hands.press("Space")
        if given.late_reason:
            hands.fill("Reason for lateness", given.late_reason)
        if given.note:
            hands.press("Alt+N")
            hands.type(given.note)
        if asked.key in sample.PICTURES:
            self._look(sample.PICTURES[asked.key])
        for document, day, place in given.evidence:
            self._add_evidence(document, day, place)
        if given.action is not None:
            self._add_action(given.action)
        if asked.key == sample.CONCERN_AT:
            self._raise_concern()

    def _give_value(self, asked: AskedQuestion, given: Sample) -> None:
        kind, hands, value = asked.question.kind, self._hands, given.value
        if value is None:  # an optional question that has no answer in this case
            return
        texts: dict[str, str] = {each.id: each.text for each in asked.question.answers}
        if kind is QuestionKind.RATING:
            answers = asked.checklist.scale(asked.question.scale or "").answer_ids
            hands.press(f"Ctrl+{[str(each) for each in answers].index(str(value)) + 1}")
        elif kind is QuestionKind.CHOICE:
            hands.press(f"Ctrl+{list(texts).index(str(value)) + 1}")
        elif kind is QuestionKind.CHOICES and isinstance(value, tuple):
            for chosen in value:
                hands.tick(texts[chosen])
        elif kind is QuestionKind.DATES and isinstance(value, tuple):
            for day in value:
                hands.fill("Add a date", f"{day}\n")
        else:
            hands.type(str(value))
            hands.press("Tab")

    def _add_evidence(self, document: str, day: str, place: str) -> None:
        hands = self._hands
        hands.press("Alt+E")
        hands.wait_for(lambda: hands.focused_name == "Document", "the line for evidence")
        hands.type(document)
        hands.fill("Its date", day)
        hands.fill("Where in it", f"{place}\n")

    def _add_action(self, action: SampleAction) -> None:
        hands = self._hands
        hands.tick("This needs an action")
        hands.fill("Action", action.what)
        hands.fill("Owner", action.owner)
        hands.fill("Due", typed_date(action.due))
        hands.fill("How we will know", action.how_we_will_know)
        hands.press("Tab")

    def _raise_concern(self) -> None:
        hands = self._hands
        hands.press("Ctrl+Shift+C")
        hands.fill("What is the worry?", sample.CONCERN.what)
        hands.fill("Who was told?", sample.CONCERN.told)
        self._look("10-concern")
        hands.tick("Raise the concern")
        hands.rest()
