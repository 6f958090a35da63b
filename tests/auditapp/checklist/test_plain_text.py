# SPDX-License-Identifier: MPL-2.0
"""Write checklists out for people."""

from auditapp.checklist.plain_text import WIDTH, checklist_lines
from tests.making import make_checklist


def test_a_question_is_written_out_with_its_guidance(sample):
    """Everything an author wrote for a question is there, in order."""
    lines = list(checklist_lines(sample))
    begin = lines.index("SA1  Was the child seen alone?")
    assert [
        "SA1  Was the child seen alone?",
        "    Look at six visits.",
        "    Answers: Met; Partly met; Not met; Could not find on file; Not applicable",
        "    Where to look: Visit records",
        "    Good: Seen alone each time.",
        "    Shortfall: Seen with a parent only.",
        "    Shortfall: The record does not say.",
        "    Met looks like: Alone at all visits.",
        "    Partly met looks like: Alone at half of them.",
        "    Not met looks like: Never alone.",
        "    Sources: hull-2015 para 53",
    ] == lines[begin : begin + 11]


def test_the_rest_of_a_checklist_is_written_out(sample):
    """Head, sections, conditions, timescales, rules and caps have their lines."""
    lines = list(checklist_lines(sample))
    assert [
        "Sample of every feature (sample 1.2, draft)",
        "Uses each key of the format once.",
        "For: CIC, CP",
        "Answered together by: Police; Health services",
        "",
        "IS THE CHILD SEEN?",
        "Read the visit records first.",
        "For: CIC",
    ] == lines[:8]
    for expected in (
        "    For: CP",
        "    Asked when: SA1 is Met or Partly met",
        "Asked when: at least 1 answer in seen is not_met or later",
        "    Timescale: visits_in_care",
        "    Answers: number",
        "    Warns unless: SA5 is at most today - This day is still to come.",
        "Caps on the suggested grades",
        "    or SA6 has the timescale late",
    ):
        assert expected in lines


def test_caps_may_limit_the_audit_alone_or_a_section_alone(sample):
    """A cap names what it limits and nothing else; without caps there is no heading."""
    (cap,) = sample.caps
    section = cap.model_copy(update={"audit_at_most": None})
    audit = cap.model_copy(update={"section": None, "section_at_most": None})
    text = "\n".join(checklist_lines(sample.model_copy(update={"caps": (section, audit)})))
    assert "unseen: seen at most Requires improvement when" in text
    assert "unseen: the audit at most Good when" in text
    plain = sample.model_copy(update={"caps": ()})
    assert "Caps on the suggested grades" not in checklist_lines(plain)


def test_lines_fit_the_page(sample):
    """No line is longer than a printed one may be."""
    assert [] == [line for line in checklist_lines(sample) if len(line) > WIDTH]


def test_a_timescale_says_what_ends_it():
    """Beside its rule."""
    timescale = {"rule": "cp_visits", "ends_on": "end"}
    visits = {"id": "visits", "kind": "dates", "timescale": timescale}
    lines = checklist_lines(make_checklist({"id": "end", "kind": "date"}, visits))
    assert "    Timescale: cp_visits, up to the day in end" in lines
