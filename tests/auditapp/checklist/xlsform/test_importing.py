# SPDX-License-Identifier: MPL-2.0
"""Test what is made of a form: a checklist to complete, and a report of every row."""

import itertools
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditapp.checklist.models import QuestionKind
from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.checklist.xlsform.report import Outcome
from auditapp.errors import ChecklistInvalidError, StoppedError, WorkbookError
from tests.auditapp.checklist.xlsform.small_forms import QUESTION
from tests.making_workbooks import tables, workbook


def test_what_is_missing_is_filled_in_where_everybody_sees_it(imported):
    """Placeholders stand in the checklist, and the report says what to write."""
    found = imported(QUESTION)
    checklist = found.checklist
    assert ("form", "form", "1.0", "draft") == (
        checklist.id,
        checklist.title,
        checklist.version,
        checklist.status,
    )
    assert "TO COMPLETE: what the checklist finds out" == checklist.purpose
    source = "TO COMPLETE: the document and the place in it"
    assert (source,) == checklist.questions[0].sources
    assert [
        "survey 2: the question names no source",
        "settings: the checklist has no purpose",
        "settings: the checklist has no licence",
    ] == [str(line) for line in found.report.of(Outcome.TO_COMPLETE)]


def test_ratings_can_be_written_in_a_spreadsheet(imported):
    """A lead adds a rating with our columns; what they leave out is filled in."""
    found = imported(
        "survey\n"
        "  type | name | label | audit_kind | audit_sources | audit_looks_like | audit_critical\n"
        r"  select_one quality | r | R? | rating | hull-2015 rec 7\nhull-2015 rec 8"
        r" | good: Often\n  and well\ninadequate: Never | yes" + "\n"
    )
    question = found.checklist.question("r")
    assert ("rating", "quality", True) == (question.kind, question.scale, question.critical)
    assert ("hull-2015 rec 7", "hull-2015 rec 8") == question.sources
    assert "Often\nand well" == question.looks_like["good"]
    assert "TO COMPLETE: what this answer looks like" == question.looks_like["outstanding"]
    reason = "the rating does not say what outstanding, requires_improvement looks like"
    assert f"survey 2: {reason}" in [str(line) for line in found.report.of(Outcome.TO_COMPLETE)]


@pytest.mark.parametrize(
    ("heading", "text", "reason"),
    [
        ("audit_weight", "9", "'weight' is too large. Write 3 or less."),
        ("audit_weight", "heavy", "'weight' must be a number."),
        ("audit_critical", "perhaps", "'critical' must be true or false."),
        ("audit_cohorts", "CIC, XX", "'cohorts' cannot be 'XX'."),
        ("audit_kind", "essay", "there is no such kind of question"),
        ("audit_looks_like", "no colon", "'looks_like' must be made of keys and values."),
        ("audit_timescale", "{rule: x}", "A question of kind text has no 'timescale'."),
        (
            "audit_not_applicable",
            "{allowed: [",
            "'not_applicable' must be made of keys",
        ),
        ("audit_unit", "visits", "A question of kind text has no 'unit'."),
    ],
)
def test_a_slip_in_one_cell_costs_only_that_cell(imported, heading, text, reason):
    """The value is refused with its place and reason, and the question stays."""
    found = imported(f"survey\n  type | name | label | {heading}\n  text | q | Q? | {text}\n")
    (line,) = found.report.of(Outcome.REFUSED)
    assert ("survey", 2, "D", heading, text) == (
        line.sheet,
        line.row,
        line.column,
        line.heading,
        line.text,
    )
    assert line.reason.startswith(reason)
    assert "Q?" == found.checklist.questions[0].text


UNTIDY = """
survey
  type | name | label | relevant | required | disabled | constraint | constraint_message | hint
  text |  | No name?
  text | gone | Switched off? | | | yes
  | lost | No type?
  end_group
  text | same | One?
  begin_group | g | Group | ${same} = 'x'
  text | same | Two?
  text | ref | Three? | ${same} = 'x' | maybe
  text | no_label
  text | never | Four? | false() | | | false() | Never
  select_one nowhere | ghost | Five?
  select_one single | one | Six?
  select_one_from_file towns.csv | town | Seven?
  mystery | m | Eight?
  note | last | The end
  begin_group | h | Empty
  note | alone | Nothing follows
  end_group
"""


def test_an_untidy_form_is_read_as_far_as_it_goes(imported):
    """Each row that is odd is told of, and none stops the others."""
    found = imported(
        UNTIDY + "choices\n  list_name | name | label\n  single | a | A\n  | b | B\n"
        "  single | a | Again\nsettings\n  form_title\n  T\n  U\nextra\n  a\n"
    )
    ids = [question.id for question in found.checklist.questions]
    assert [
        "row-2",
        "same",
        "same-2",
        "ref",
        "no-label",
        "never",
        "ghost",
        "one",
        "town",
        "m",
    ] == ids
    lines = [str(line) for line in found.report.lines if not line.column]
    for expected in (
        "survey 3: the row is switched off",
        "survey 4: a row needs a type",
        "survey 5: no group is open here",
        "survey 10: the question has no text",
        "survey 12: there is no list 'nowhere', so it is asked as text",
        "survey 13: a choice needs two answers",
        "survey 14: the answers are in a file outside the workbook, so it is asked as text",
        "survey 15: the type 'mystery' is not known, so it is asked as text",
        "survey 16: a note among questions is not shown",
        "survey 18: no question follows the note",
        "survey 7: the group is never ended",
        "choices 3: an answer needs a list_name and a name",
        "choices 4: this list has an answer of that name already",
        "settings 3: only the first row of settings counts",
        "extra: the sheet was not read",
    ):
        assert expected in lines
    cells = [str(line) for line in found.report.lines if line.column]
    assert "survey D9 (relevant): several questions are called 'same' [${same} = 'x']" in cells
    assert "survey E9 (required): a question is required always or never [maybe]" in cells
    assert "survey D11 (relevant): it never holds, so it would never be asked [false()]" in cells
    never = "it never holds, so no answer would be right"
    assert f"survey G11 (constraint): {never} [false()]" in cells
    answers = [each.text for each in found.checklist.question("one").answers]
    assert ["A", "TO COMPLETE: a second answer"] == answers


def test_a_text_that_is_too_long_is_cut_and_kept(imported):
    """A checklist takes 4,000 characters; the report has them all."""
    found = imported(f"survey\n  type | name | label\n  text | q | {'x' * 5_000}\n")
    assert 4_000 == len(found.checklist.questions[0].text)
    (line,) = found.report.of(Outcome.KEPT_AS_TEXT)
    assert 5_000 == len(line.text)


def test_an_answer_keeps_what_is_right_about_it(imported):
    """A slip beside an answer costs the slip, not the answer."""
    found = imported(
        "survey\n  type | name | label\n  select_one yn | q | Q?\nchoices\n"
        "  list_name | name | label | audit_raises | audit_exclusive\n"
        "  yn | yes | Yes | concern\n  yn | no | No | panic | yes\n"
    )
    answers = found.checklist.questions[0].answers
    assert [("yes", "concern"), ("no", None)] == [(each.id, each.raises) for each in answers]
    assert ["panic", "yes"] == sorted(line.text for line in found.report.of(Outcome.REFUSED))


def test_a_form_of_which_nothing_can_be_made_lists_its_faults(imported):
    """The faults name the file and the row of the survey."""
    text = "survey\n  type | name | label | audit_kind\n  select_one x | q | Q? | rating\n"
    with pytest.raises(ChecklistInvalidError, match="No checklist can be made of") as caught:
        imported(text)
    assert any("There is no scale 'x'" in str(fault) for fault in caught.value.faults)


def test_a_survey_without_a_question_is_refused(imported):
    """There is nothing that a checklist could be made of."""
    for rows in ("", "  note | n | Read the file first.\n", "  begin_group | g | Group\n"):
        with pytest.raises(WorkbookError, match="has no question"):
            imported(f"survey\n  type | name | label\n{rows}")


def test_an_import_can_be_stopped_at_every_step():
    """However late somebody stops it, no checklist comes of it."""
    data = workbook(tables(QUESTION))
    asked = itertools.count()
    import_workbook(data, "form.xlsx", is_cancelled=lambda: next(asked) < 0)
    steps = next(asked)
    assert steps > len(tables(QUESTION)["survey"])
    for step in range(steps):
        answers = iter([False] * step + [True])
        with pytest.raises(StoppedError):
            import_workbook(data, "form.xlsx", is_cancelled=answers.__next__)


def test_a_workbook_without_survey_is_refused(imported):
    """It is some other spreadsheet."""
    with pytest.raises(WorkbookError, match="no sheet called 'survey'"):
        imported("sheet1\n  a | b\n")


def test_an_acknowledgement_is_a_choice(imported):
    """The one answer that ODK knows is joined by one to complete."""
    text = "survey\n  type | name | label\n  acknowledge | ok | Read?\n"
    question = imported(text).checklist.questions[0]
    assert (QuestionKind.CHOICE, "OK") == (question.kind, question.answers[0].id)


def test_the_report_reads_the_same_in_json(imported):
    """Every line that is said is in the JSON."""
    report = imported(UNTIDY).report
    plain = json.loads(report.json_text())
    assert len(report.lines) == len(plain["lines"])
    assert 4 + len(report.lines) == len(list(report.plain_lines()))


WORDS = st.sampled_from(
    (
        *(None, "text", "select_one l", "select_multiple l or_other", "rank l", "date", "integer"),
        *("begin_group", "end_group", "begin_repeat", "end repeat", "note", "calculate", "hidden"),
        *("range", "a", "b", "a_b", "9", "yes", "${a} = 'b'", "${a} > 1", "selected(., 'a')", "l"),
        *(". <= 5", "=1", "rating", "dates", "{question: a, is: b}", "[]", "met: x", "a, b"),
        *("start=1 end=0", "\u202e"),
    )
)
HEADINGS = ["type", "name", "label", "label::A", "hint", "relevant", "constraint", "required"]
HEADINGS += ["parameters", "audit_kind", "audit_when", "audit_rules", "audit_looks_like"]
HEADINGS += ["audit_cohorts", "audit_timescale", "audit_id", "audit_weight", "unknown"]


@settings(max_examples=150)
@given(
    st.lists(st.lists(WORDS, max_size=len(HEADINGS)), max_size=8),
    st.lists(st.lists(WORDS, max_size=5), max_size=5),
)
def test_no_form_ends_in_anything_but_a_checklist_or_a_refusal(survey, choices):
    """Whatever stands in the cells, there is a checklist without faults, or a reason."""
    head = ["list_name", "name", "label", "audit_raises", "audit_exclusive"]
    data = workbook({"survey": [HEADINGS, *survey], "choices": [head, *choices]})
    with suppress(WorkbookError, ChecklistInvalidError):
        found = import_workbook(data, "f.xlsx")
        noted = {line.row for line in found.report.lines if line.sheet == "survey"}
        filled = {row for row, cells in enumerate(survey, 2) if set(cells) - {None, "\u202e"}}
        assert set() == filled - noted


def test_a_version_that_is_no_number_is_kept(imported):
    """The checklist begins at 1.0, and the report has what stood there."""
    found = imported(QUESTION + "settings\n  version\n  vier\n")
    assert "1.0" == found.checklist.version
    assert ["vier"] == [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]
