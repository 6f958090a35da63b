# SPDX-License-Identifier: MPL-2.0
"""Import forms that are untidy, incomplete or use the columns of our own."""

import datetime as dt
import io
import itertools
import json
import zipfile
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditapp.checklist.models import QuestionKind
from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.checklist.xlsform.report import Outcome
from auditapp.errors import ChecklistInvalidError, StoppedError, WorkbookError
from tests.making_workbooks import tables, workbook

QUESTION = "survey\n  type | name | label\n  text | q | Q?\n"
LIST = "choices\n  list_name | name | label\n  yn | yes | Yes\n  yn | no | No\n"


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


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("audit_when", "{question: nobody, answered: true}"),
        ("audit_rules", "[{must: {cohort: 1}}]"),
        ("audit_rules", "anything"),
        ("audit_when", "yes"),
    ],
)
def test_a_condition_that_cannot_work_is_kept_as_text(imported, heading, text):
    """A condition of our own columns is checked like that of a file."""
    found = imported(f"survey\n  type | name | label | {heading}\n  text | q | Q? | {text}\n")
    assert (None, ()) == (found.checklist.questions[0].when, found.checklist.questions[0].rules)
    kept = [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    assert [text] == kept


def test_questions_that_show_each_other_are_freed(imported):
    """A circle is broken by keeping one of its conditions as text."""
    found = imported(
        "survey\n  type | name | label | relevant\n"
        "  text | a | A? | ${b} != ''\n  text | b | B? | ${a} != ''\n"
    )
    assert [None, "b"] == [each.when and each.id for each in found.checklist.questions]
    (line,) = found.report.of(Outcome.KEPT_AS_TEXT)
    assert "depends on itself" in line.reason


def test_both_conditions_hold_when_both_are_written(imported):
    """The standard column and ours are joined."""
    found = imported(
        "survey\n  type | name | label | relevant | audit_when\n  text | a | A?\n"
        "  text | b | B? | ${a} != '' | {cohort: CIC}\n"
    )
    when = found.checklist.question("b").when.model_dump(by_alias=True, exclude_defaults=True)
    assert {"all": ({"question": "a", "answered": True}, {"cohort": ("CIC",)})} == when


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


def test_a_rule_without_message_is_to_be_completed(imported, noted):
    """Nobody is warned without being told why."""
    text = "survey\n  type | name | label | constraint\n  text | q | Q? | . != 'x'\n"
    (rule,) = imported(text).checklist.questions[0].rules
    assert "TO COMPLETE: what is wrong" == rule.message
    assert "survey 2: the rule has no message" in noted(text, Outcome.TO_COMPLETE)


def test_a_text_that_is_too_long_is_cut_and_kept(imported):
    """A checklist takes 4,000 characters; the report has them all."""
    found = imported(f"survey\n  type | name | label\n  text | q | {'x' * 5_000}\n")
    assert 4_000 == len(found.checklist.questions[0].text)
    (line,) = found.report.of(Outcome.KEPT_AS_TEXT)
    assert 5_000 == len(line.text)


def test_the_language_asked_for_is_taken(imported):
    """The default language counts; without one, the texts without language, else the first."""
    head = "survey\n  type | name | label | label::Cymraeg (cy)\n  text | q | Q? | C?\n"
    welsh = "settings\n  default_language\n  Cymraeg\n"
    assert "Q?" == imported(head).checklist.questions[0].text
    found = imported(head + welsh)
    assert "C?" == found.checklist.questions[0].text
    assert "Q?" in [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    only = "survey\n  type | name | label::A | label::B\n  text | q | a | b\n"
    assert "a" == imported(only).checklist.questions[0].text


def test_old_spellings_of_headings_are_read(imported):
    """Forms of many years have other names for the same columns."""
    found = imported(
        "survey\n"
        "  Type | Name | Caption | bind:relevant | bind::jr:constraintMsg | bind:constraint\n"
        "  int | a | A?\n  string | b | B? | ${a} > 1 | Short | string-length(.) > 2\n"
        "choices\n  list name | value | label\n"
    )
    question = found.checklist.question("b")
    assert ("Short", 1) == (question.rules[0].message, len(question.rules))
    assert question.when is not None


def test_values_of_other_types_become_the_text_that_people_see():
    """Dates, numbers and truths that Excel made of typed text are turned back."""
    morning, noon = (dt.datetime.fromisoformat(f"2026-01-31T{hour}:00") for hour in ("00", "12"))
    form = {
        "survey": [
            ["type", "name", "label", "required", "default"],
            ["text", "q", 2026.0, True, morning],
            ["text", "r", 1.5, False, noon],
        ],
        "settings": [["form_title", "version"], ["Title\xa0\u200b", 3]],
    }
    found = import_workbook(workbook(form), "f.xlsx")
    assert ["2026", "1.5"] == [each.text for each in found.checklist.questions]
    assert [True, False] == [each.required for each in found.checklist.questions]
    assert ("Title", "3") == (found.checklist.title, found.checklist.version)
    texts = [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    assert ["Title", "2026-01-31", "2026-01-31T12:00:00"] == sorted(texts, key=len)


def test_a_formula_without_result_is_told():
    """Its cell looks empty to a reader, so the person is told to type the text."""
    form = tables(QUESTION)
    form["survey"][1].append('=CONCATENATE("a", "b")')
    form["survey"][0].append("hint")
    found = import_workbook(workbook(form), "f.xlsx")
    (line,) = found.report.of(Outcome.REFUSED)
    assert ("D", 2, '=CONCATENATE("a", "b")') == (line.column, line.row, line.text)


def test_cells_under_no_heading_or_a_second_one_are_kept(imported):
    """Two columns of one name cannot both count."""
    found = imported("survey\n  type | name | label | label\n  text | q | Q? | R? | stray\n")
    kept = [(line.column, line.text) for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    assert [("D", "R?"), ("E", "stray")] == kept


def test_own_sheets_are_checked_row_by_row(imported):
    """A cap that names no section is refused with its row; the checklist stays."""
    found = imported(
        QUESTION + "audit_caps\n  id | when | section | section_at_most | because\n"
        "  c | {question: q, answered: false} | nowhere | good | Why\n"
        "  d | {question: q, answered: false} | questions | good | Why\n"
    )
    assert ["d"] == [cap.id for cap in found.checklist.caps]
    lines = [str(line) for line in found.report.of(Outcome.REFUSED)]
    assert ["audit_caps 2: There is no section 'nowhere'. Did you mean 'questions'?"] == [
        line.replace("Write one of: questions.", "Did you mean 'questions'?") for line in lines
    ]


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


def test_links_to_other_workbooks_are_told_and_not_followed():
    """The part that holds them is not even handed on."""
    data = io.BytesIO(workbook(tables(QUESTION)))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/externalLinks/externalLink1.xml", "<not well formed")
    report = import_workbook(data.getvalue(), "f.xlsx").report
    lines = [str(line) for line in report.of(Outcome.REFUSED)]
    assert [": links to other workbooks are not followed"] == lines


def test_the_report_reads_the_same_in_json(imported):
    """Every line that is said is in the JSON."""
    report = imported(UNTIDY).report
    plain = json.loads(report.json_text())
    assert len(report.lines) == len(plain["lines"])
    assert 4 + len(report.lines) == len(list(report.plain_lines()))


def test_a_sheet_with_other_capitals_is_found():
    """Survey, SURVEY and survey are one sheet."""
    book = openpyxl.Workbook()
    book.active.title = " Survey "
    for row in tables(QUESTION)["survey"]:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    assert 1 == len(import_workbook(target.getvalue(), "f.xlsx").checklist.questions)


def test_limits_of_a_range_are_not_overwritten(imported):
    """Of two limits the one of the range counts, and the other is kept."""
    found = imported(
        "survey\n  type | name | label | parameters | constraint\n"
        "  range | q | Q? | start=1 end=5 step=1 | . >= 2\n"
    )
    question = found.checklist.questions[0]
    assert (1, 5, True) == (question.min, question.max, question.whole)
    assert [". >= 2"] == [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]


@pytest.mark.parametrize(
    ("constraint", "exclusive", "rules"),
    [
        ("not(selected(., 'a') and count-selected(.) > 1)", ["a"], 0),
        ("not(count-selected(.) > 1 and selected(., 'a')) and selected(., 'b')", ["a"], 1),
        ("not(selected(., 'a') and selected(., 'b'))", [], 1),
        ("not(count-selected(.) > 1 and ${other} = 'x')", [], 1),
        ("not(count-selected(.) > 1 and (selected(., 'a') or selected(., 'b')))", [], 1),
        ("not(selected(., 'a'))", [], 1),
    ],
)
def test_an_answer_that_excludes_the_others_is_recognised(imported, constraint, exclusive, rules):
    """Only the usual way to write it counts; anything else is a rule."""
    question = imported(
        "survey\n  type | name | label | constraint | constraint_message\n  text | other | O?\n"
        f"  select_multiple l | q | Q? | {constraint} | Wrong\n"
        "choices\n  list_name | name | label\n  l | a | A\n  l | b | B\n"
    ).checklist.question("q")
    assert exclusive == [each.id for each in question.answers if each.exclusive]
    assert rules == len(question.rules)


def test_nothing_is_said_twice_or_lost_of_a_condition_that_is_none(imported):
    """A cell of ours that holds no condition stays text beside one that does."""
    found = imported(
        "survey\n  type | name | label | relevant | audit_when\n  text | a | A?\n"
        "  text | b | B? | ${a} = 'x' | soon\n"
    )
    assert found.checklist.question("b").when is not None
    assert ["soon"] == [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]


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


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("hidden", "a hidden value is not asked"),
        ("calculate", "a calculation is not worked out"),
        ("deviceid", "the program records such things itself, or not at all"),
    ],
)
def test_what_nobody_is_asked_says_why_no_condition_can_test_it(imported, kind, reason):
    """The condition stays text, with the reason of the row that it names."""
    found = imported(
        f"survey\n  type | name | label | relevant\n  {kind} | h\n  text | q | Q? | ${{h}} = 1\n"
    )
    kept = [line.reason for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    assert [reason, f"'h' is not asked: {reason}"] == [each for each in kept if reason in each]


def test_a_version_that_is_no_number_is_kept(imported):
    """The checklist begins at 1.0, and the report has what stood there."""
    found = imported(QUESTION + "settings\n  version\n  vier\n")
    assert "1.0" == found.checklist.version
    assert ["vier"] == [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]
