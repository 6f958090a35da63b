# SPDX-License-Identifier: MPL-2.0
"""Test that a checklist is made ready once, with a function for each of its conditions."""

from auditapp.judgement.case_facts import CaseFacts
from auditapp.judgement.compiled import compile_checklist
from tests.making import make_audit, make_checklist, make_outline, make_standards

CAP = {"id": "cap", "when": {"cohort": "ADO"}, "audit_at_most": "inadequate", "because": "No plan."}


def test_every_question_and_section_has_a_test():
    """Where a checklist sets no condition, it always applies."""
    checklist = make_checklist({"id": "a"}, {"id": "b", "cohorts": ["ADO"]}, caps=[CAP])
    compiled = compile_checklist(checklist)
    facts = CaseFacts(make_audit([checklist]), compiled, make_standards())

    assert {"only": True} == {name: test(facts) for name, test in compiled.sections.items()}
    assert {"a": True, "b": False} == {
        name: test(facts) for name, test in compiled.questions.items()
    }
    assert [("No plan.", False)] == [(cap.because, test(facts)) for test, cap in compiled.caps]


def test_a_warning_comes_with_the_answer_that_breaks_its_rule():
    """Nothing is said before there is an answer, nor after a fitting one."""
    rule = {"must": {"question": "n", "at_most": 10}, "message": "So many?"}
    checklist = make_checklist({"id": "n", "kind": "number", "rules": [rule]})

    def warned(**fields):
        outline = make_outline(checklist, {"n": fields} if fields else {})
        return outline.warnings(outline.questions[0])

    assert ([], [], ["So many?"]) == (warned(), warned(value=3), warned(value=12))
