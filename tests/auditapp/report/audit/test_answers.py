# SPDX-License-Identifier: MPL-2.0
"""Test how the questions of an audit and their answers are shown."""

import datetime as dt

from auditapp.checklist.models import QuestionKind
from auditapp.model.answer import Answer
from auditapp.model.ids import QuestionKey
from auditapp.report.blocks import (
    Badge,
    Detail,
    DetailKind,
    Paragraph,
    QuestionBlock,
    Tone,
)
from tests.auditapp.report.reading import (
    NOW,
    blocks_of,
    headings,
    questions_of,
    report,
    tables,
)
from tests.making import make_checklist
from tests.making import make_outline as outline_of

GONE = QuestionKey("chronology/no-such-question")


def test_timescales_are_in_a_table(make_outline, questions):
    """Each timescale shows whether it was met, in the colour of the answer."""
    answers = {
        key: Answer(value=("2026-01-03",))
        for key, question in questions
        if question.kind is QuestionKind.DATES
    }
    document = report(make_outline(answers))
    assert "Timescales" in headings(document)
    (table,) = tables(document, "Timescales")
    assert {4} == {len(row) for row in table.rows}


def test_unanswered_and_not_applicable_are_told_apart(make_outline, questions):
    """Nothing is passed over in silence."""
    key = questions[0][0]
    outline = make_outline({key: Answer(not_applicable=True, reason="Too young")})
    shown = [block.answer.text for block in blocks_of(report(outline), QuestionBlock)]
    assert {"Not applicable", "Not answered"} == set(shown)


def test_agencies_are_named():
    """By their names where they are known, and by what was stored where they are not."""
    checklist = make_checklist({"id": "q"}, agencies=[{"id": "police", "text": "Police"}])
    given = {"value": "met", "agencies": ("police", "health")}
    block = questions_of(report(outline_of(checklist, {"q": given})))["Is it there?"]
    assert Detail("Agencies", ("Police; health",), DetailKind.FACT) in block.details


def test_short_answers_stand_beside_their_question(make_outline, questions):
    """A short choice, date or number is a badge; long ones, and several, are a line below."""
    offered = {
        question.text: (key, [(each.id, each.text) for each in question.answers])
        for key, question in questions
        if question.kind is QuestionKind.CHOICE and question.when is None
    }
    seen = set()
    for text, (key, answers) in offered.items():
        for answer, words in answers:
            shown = questions_of(report(make_outline({key: Answer(value=answer)})))[text]
            is_short = len(words) <= 28
            expected = Badge(words) if is_short else None
            details = () if is_short else (Detail("Answer", (words,)),)
            assert (expected, details) == (shown.answer, shown.details)
            seen.add(is_short)
    assert {True, False} == seen


def test_an_answer_in_words_is_a_quotation(make_outline, questions):
    """What the auditor wrote is not squeezed beside the question."""
    key, question = next(each for each in questions if each[1].kind is QuestionKind.TEXT)
    shown = questions_of(report(make_outline({key: Answer(value="So be it.")})))[question.text]
    assert (Detail("Answer", ("So be it.",), DetailKind.QUOTE),) == shown.details


def test_late_dates_of_a_series_are_marked_in_words(make_outline):
    """Dates stand on one line; the result of the timescale stands beside the question."""
    answers = {
        "visits/VS1-situation": "first_year",
        "visits/VS1-start": "2026-07-06",
        "visits/VS1-care": ("2026-07-10", "2026-08-14", "2026-10-02", "2026-10-16"),
    }
    outline = make_outline({QuestionKey(key): Answer(value=each) for key, each in answers.items()})
    shown = questions_of(report(outline))["On which dates was the child visited in this placement?"]
    dates = "10 July 2026; 14 August 2026; 2 October 2026 (7 days late); 16 October 2026"
    assert Badge("Late by 7 days", Tone.NOT_MET) == shown.answer
    assert (Detail("Answer", (dates,)),) == shown.details


def test_a_date_that_is_not_on_file_is_told(make_outline, questions):
    """It is an answer, and not the same as none."""
    for kind in (QuestionKind.DATE, QuestionKind.DATES):
        key, question = next(
            each for each in questions if each[1].kind is kind and each[1].when is None
        )
        shown = questions_of(report(make_outline({key: Answer(none_on_file=True)})))
        assert Badge("No date on file", Tone.COULD_NOT_FIND) == shown[question.text].answer


def test_only_unusual_changes_are_told_at_the_question(make_outline, questions):
    """Who changed most answers and on what day is said once; the others say it themselves."""
    texts = [each for each in questions if each[1].kind is QuestionKind.TEXT]
    rated = [each for each in questions if each[1].scale == "compliance" and not each[1].when]
    (one, first), (two, second), (three, third) = [*texts[:1], *rated[:2]]
    by = {"changed_by": "A. Auditor", "changed_at": NOW}
    later = {"changed_by": "A. Auditor", "changed_at": NOW + dt.timedelta(days=1)}
    answers = {
        one: Answer(value="x", **by),
        two: Answer(value="met", **by),
        three: Answer(value="met", **later),
    }
    document = report(make_outline(answers))
    legend = "Answers last changed: A. Auditor on 14 November 2026, unless said otherwise."
    assert legend in [block.text for block in blocks_of(document, Paragraph)]
    shown = questions_of(document)
    expected = Detail(
        "Last changed", ("A. Auditor on 15 November 2026 at 17:12",), DetailKind.SMALL
    )
    changed = {
        text: [d for d in shown[text].details if d.label == "Last changed"]
        for text in (first.text, second.text, third.text)
    }
    assert {first.text: [], second.text: [], third.text: [expected]} == changed


def test_answers_that_no_longer_count_are_kept_in_words(make_outline, questions):
    """What was not applicable or only noted is told as such."""
    hidden = next(key for key, question in questions if question.when is not None)
    answers = {GONE: Answer(not_applicable=True), hidden: Answer(note="Only a note")}
    outline = make_outline(answers)
    assert {GONE, hidden} == set(outline.hidden_answers)
    gone, noted = blocks_of(report(outline), QuestionBlock)[-2:]
    assert ("Not applicable", ()) == (gone.answer.text, gone.details)
    assert [("Note", ("Only a note",))] == [(d.label, d.texts) for d in noted.details]
