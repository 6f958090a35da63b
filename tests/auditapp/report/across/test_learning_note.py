# SPDX-License-Identifier: MPL-2.0
"""Test that a learning note teaches something, on one page, and names nobody."""

import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.model.audit import Overall
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions
from auditapp.report.across.learning_note import (
    LONGEST_STANDARD,
    in_a_line,
    note_facts,
    what_good_looks_like,
)
from auditapp.report.blocks import (
    Bullets,
    Facts,
    Paragraph,
    Table,
)
from auditapp.report.kinds import report_of
from tests.auditapp.report.kind_samples import (
    rated,
    signed_off,
)
from tests.auditapp.report.reading import NOW, OPTIONS, blocks_of
from tests.making import make_front


@pytest.fixture
def learning(make_outline):
    """Return a function that makes the learning note of a signed audit."""

    def build(answers=(), names=(), front=None, **held):
        outline = make_outline(dict(answers), front, **signed_off(**held))
        options = AcrossOptions(OPTIONS, NOW, names=names)
        return report_of(ReportKind.LEARNING, AuditState(outline, []), options)

    return build


def test_a_learning_note_says_not_whose_case_file_it_was(learning, words_in):
    """References, teams, workers, auditors and names to be avoided are taken out."""
    front = make_front(
        case_reference="HX-2047", worker_code="SW-14", team="Court team", auditor="Q. Quill"
    )
    strengths = (
        "hx 2047 went well\nSW14 knew Marlene, said Q. Quill\nCourt team helped\nCall 01482 300300"
    )
    overall = Overall(strengths=strengths, improvements="Tell marlene's school")
    document = learning(front=front, overall=overall, names=("Marlene Dray",))
    said = words_in(document)
    for words in ("2047", "SW14", "SW-14", "Marlene", "Quill", "Court team", "300300"):
        assert words not in said
    assert "[left out] went well" in said
    assert "" == document.reference
    assert "Learning note" == document.title


def test_a_code_of_one_letter_is_left_where_it_stands(learning, words_in):
    """It would be found in every sentence."""
    overall = Overall(strengths="A visit each week")
    front = make_front(worker_code="A")
    assert "A visit each week" in words_in(learning(front=front, overall=overall))


def test_a_learning_note_shows_what_good_looks_like(learning, questions):
    """For what fell short, in the words of the checklist; what was met is not there."""
    short = rated(questions, 2, "not_met")
    document = learning(rated(questions, 5) | short)
    (table,) = blocks_of(document, Table)
    texts = {question.text for key, question in questions if key in short}
    assert texts == {row[0] for row in table.rows}
    assert all(row[1] for row in table.rows)


def test_a_learning_note_names_a_few_checklists(learning):
    """Of many it says how many."""
    outline_facts = blocks_of(learning(), Facts)[0]
    assert "Chronology and history; Visits" in dict(outline_facts.pairs)["Looked at"]
    (facts,) = note_facts(["One", "Two", "Three", "Four", "Five"]).pairs[2:]
    assert ("Looked at", "5 checklists") == facts


def test_a_learning_note_is_cut_to_a_page(learning, questions):
    """Messages are cut at a word, and how many there are besides is said."""
    lines = "\n".join(["word " * 90] * 6)
    document = learning(
        rated(questions, 30, "not_met"), overall=Overall(strengths=lines, improvements="x" * 900)
    )
    first, second, *_rest = blocks_of(document, Bullets)
    assert 4 == len(first.items)
    assert all(len(item) <= 182 and item.endswith("word …") for item in first.items)
    assert f"{'x' * 180} …" == second.items[0]
    said = [block.text for block in blocks_of(document, Paragraph)]
    assert ["2 more stand in the report."] == said
    assert 3 == len(blocks_of(document, Table)[0].rows)


def test_no_standard_of_ours_is_cut(learning, questions):
    """Each is printed to its end; what is longer stops at the end of a sentence."""
    whole = {question.text: in_a_line(question.good) for _key, question in questions}
    assert LONGEST_STANDARD >= max(map(len, whole.values()))
    (table,) = blocks_of(learning(rated(questions, 200, "not_met")), Table)
    assert 3 == len(table.rows)
    assert all(whole[question] == good for question, good in table.rows)
    table = list(what_good_looks_like([("Q", "It is known, e.g. to all. " * 30)]))[1]
    assert ("It is known, e.g. to all. " * 15) + "…" == table.rows[0][1]


def test_a_message_stops_at_the_end_of_a_sentence(learning):
    """It says that there is more."""
    said = "She was seen alone (at home, at school, e.g. on Mondays). " * 4
    document = learning(overall=Overall(strengths=said))
    sentence = "She was seen alone (at home, at school, e.g. on Mondays)."
    assert f"{' '.join([sentence] * 3)} …" == blocks_of(document, Bullets)[0].items[0]


def test_what_good_looks_like_is_sentences():
    """Each has one full stop, whether its checklist has one or not."""
    assert "It is known. It is used." == in_a_line(["It is known.", "It is used"])
