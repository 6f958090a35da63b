# SPDX-License-Identifier: MPL-2.0
"""Make a checklist ready for answering: its conditions compiled once, whatever the answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from auditapp.checklist.conditions import Facts, compile_condition
from auditapp.checklist.models import Cap, Checklist, Condition, Question, Section
from auditapp.model.ids import QuestionId, SectionId

Test = Callable[[Facts], bool]


def _always(_facts: Facts) -> bool:
    return True


def _compiled(condition: Condition | None) -> Test:
    return _always if condition is None else compile_condition(condition)


@dataclass(frozen=True, slots=True)
class CompiledChecklist:
    """Hold a checklist with its show-conditions, warnings and caps as functions."""

    checklist: Checklist
    sections: Mapping[SectionId, Test]
    questions: Mapping[QuestionId, Test]
    warnings: Mapping[QuestionId, Sequence[tuple[Test, str]]]
    caps: Sequence[tuple[Test, Cap]]


def compile_checklist(checklist: Checklist) -> CompiledChecklist:
    """Compile every condition of ``checklist``."""
    return CompiledChecklist(
        checklist,
        {section.id: _section_test(checklist, section) for section in checklist.sections},
        {question.id: _question_test(question) for question in checklist.questions},
        {
            question.id: [(_compiled(rule.must), rule.message) for rule in question.rules]
            for question in checklist.questions
        },
        [(_compiled(cap.when), cap) for cap in checklist.caps],
    )


def _section_test(checklist: Checklist, section: Section) -> Test:
    """Return whether a section applies to this child and these answers."""
    when = _compiled(section.when)
    groups = [frozenset(some) for some in (checklist.cohorts, section.cohorts) if some]

    def test(facts: Facts) -> bool:
        """Tell whether the child is of every group asked for, and the condition holds."""
        return all(facts.cohorts & group for group in groups) and when(facts)

    return test


def _question_test(question: Question) -> Test:
    when, cohorts = _compiled(question.when), frozenset(question.cohorts)

    def test(facts: Facts) -> bool:
        """Tell whether the question is still asked, is for this child, and its condition holds."""
        if question.retired or (cohorts and not facts.cohorts & cohorts):
            return False
        return when(facts)

    return test
