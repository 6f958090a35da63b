# SPDX-License-Identifier: MPL-2.0
"""Write any checklist that the models can hold to YAML and JSON, and read the same again."""

import json

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditapp.checklist.condition_models import (
    Measured,
    Verb,
)
from auditapp.checklist.loading import parse_checklist
from auditapp.checklist.models import Checklist, Cohort, Quality, QuestionKind

# What a file may hold: no control characters, and none that change the order of text.
SIGNS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
TEXT = st.text(SIGNS, max_size=60).filter(str.strip) | st.sampled_from(
    [
        "no",
        "null",
        "true",
        "~",
        "010",
        "12:30",
        "1_000",
        "2026-01-01",
        "- a",
        "a: b",
        "<<",
        "=",
        "&",
    ]
)
NUMBER = st.integers(-(10**12), 10**12) | st.decimals(-1000, 1000, places=3).map(float)
DATE = st.dates().map(str)


PLAIN_ID = st.text("aZ09_-", min_size=1, max_size=8).filter(lambda text: text[0] not in "_-")
QUESTION_ID = st.text("aZ09-", min_size=1, max_size=8).filter(lambda text: text[0] != "-")
CHECKLIST_ID = QUESTION_ID.map(str.lower)
VERSION = st.lists(st.integers(0, 10**9 - 1).map(str), min_size=1, max_size=4).map(".".join)


def listed(part, least=0):
    """Return short lists of something."""
    return st.lists(part, min_size=least, max_size=3)


def some(required, /, **optional):
    """Return mappings that have all the required keys, and some of the optional ones."""
    return st.fixed_dictionaries(required, optional=optional)


VALUE = TEXT | NUMBER
OPERAND = VALUE | some({"today": st.integers(-36_525, 36_525)}) | some({"question": QUESTION_ID})
SPAN = st.sampled_from(["days", "working_days", "weeks", "months"])
WITHIN = st.builds(
    lambda of, span, length: {"of": of, span: length}, QUESTION_ID, SPAN, st.integers(0, 1000)
)
STATES = listed(st.sampled_from(["met", "late", "due", "no_date", "not_applicable"]), 1)
COHORTS = listed(st.sampled_from(list(Cohort)), 1)
RIGHT_SIDES = {
    **dict.fromkeys((Verb.IS, Verb.IS_NOT, Verb.INCLUDES), OPERAND | listed(VALUE, 1)),
    **dict.fromkeys((Verb.LESS_THAN, Verb.AT_MOST, Verb.MORE_THAN, Verb.AT_LEAST), OPERAND),
    Verb.ANSWERED: st.booleans(),
    Verb.MATCHES: TEXT,
    Verb.WITHIN: WITHIN,
    Verb.TIMESCALE: STATES | st.just("met"),
}
QUESTION_TEST = st.one_of(
    some({"question": QUESTION_ID, verb.value: side}, of=st.sampled_from(Measured))
    for verb, side in RIGHT_SIDES.items()
)
ANSWERS_TEST = some({"answers_in": PLAIN_ID, "equal": listed(PLAIN_ID, 1) | PLAIN_ID,
                     "at_least": st.integers(1, 10**9)})  # fmt: skip
CONDITION = st.recursive(
    QUESTION_TEST | ANSWERS_TEST | some({"cohort": COHORTS | st.sampled_from(Cohort)}),
    lambda part: (
        some({"all": listed(part, 1)}) | some({"any": listed(part, 1)}) | some({"not": part})
    ),
    max_leaves=4,
)

OPTION = some({"id": PLAIN_ID, "text": TEXT}, exclusive=st.booleans(), retired=st.booleans(),
              raises=st.just("concern"), renamed_from=listed(PLAIN_ID))  # fmt: skip
RULE = some({"must": CONDITION, "message": TEXT})
QUESTION = some(
    {"id": QUESTION_ID, "kind": st.sampled_from(QuestionKind), "text": TEXT,
     "sources": listed(TEXT, 1)},
    hint=TEXT, criteria=listed(PLAIN_ID), scale=PLAIN_ID, answers=listed(OPTION), cohorts=COHORTS,
    when=CONDITION, required=st.booleans(), rules=listed(RULE),
    where=listed(TEXT), good=TEXT | listed(TEXT), shortfall=TEXT | listed(TEXT),
    looks_like=st.dictionaries(PLAIN_ID, TEXT, max_size=3), cause_when=listed(PLAIN_ID),
    not_applicable=some({}, allowed=st.booleans(), reason=st.just("optional"), example=TEXT),
    weight=st.sampled_from([0.5, 1, 2.25, 3]), critical=st.booleans(), counts=st.booleans(),
    timescale=some({"rule": PLAIN_ID}, starts_from=QUESTION_ID, ends_on=QUESTION_ID,
                   situation=QUESTION_ID, changes_on=QUESTION_ID,
                   reason_for_late=st.just("required")),
    unit=TEXT, min=NUMBER, max=NUMBER, whole=st.booleans(), renamed_from=listed(QUESTION_ID),
    retired=st.booleans(),
)  # fmt: skip
SECTION = some(
    {"id": PLAIN_ID, "title": TEXT, "questions": listed(QUESTION, 1)},
    intro=TEXT, grade=st.sampled_from(["practice", "none"]), cohorts=COHORTS, when=CONDITION,
)  # fmt: skip
GRADE = st.sampled_from(Quality)
LIMITS = some({"audit_at_most": GRADE}) | some(
    {"section": PLAIN_ID, "section_at_most": GRADE}, audit_at_most=GRADE
)
CAP = st.builds(
    lambda cap, limits: cap | limits,
    some({"id": PLAIN_ID, "when": CONDITION, "because": TEXT}),
    LIMITS,
)
SCALE = some(
    {"id": PLAIN_ID, "title": TEXT, "measures": st.sampled_from(["compliance", "quality"]),
     "answers": st.lists(some({"id": PLAIN_ID, "text": TEXT, "counts_as": PLAIN_ID}),
                         min_size=2, max_size=4)},
)  # fmt: skip
CHANGE = some(
    {"version": VERSION, "on": DATE, "summary": TEXT},
    questions=st.dictionaries(
        QUESTION_ID, st.sampled_from(["same_meaning", "changed_meaning"]), max_size=2
    ),
)
MONTHS = st.integers(1, 120)
CHECKLIST = some(
    {"schema": st.just("checklist/1"), "id": CHECKLIST_ID,
     "version": VERSION, "status": st.sampled_from(["draft", "active", "retired"]), "title": TEXT,
     "purpose": TEXT, "licence": TEXT, "sections": listed(SECTION, 1)},
    publisher=some({"name": TEXT}, contact=TEXT), effective=some({}, **{"from": DATE, "to": DATE}),
    approved=some({"on": DATE}, by=listed(TEXT)), last_review=DATE,
    look_back=some({}, months=MONTHS, judge_on_months=MONTHS), replaces=VERSION, min_app=VERSION,
    changes=listed(CHANGE), cohorts=COHORTS, agencies=listed(some({"id": PLAIN_ID, "text": TEXT})),
    scales=listed(SCALE), caps=listed(CAP),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=30)
@given(CHECKLIST.map(Checklist.model_validate))
def test_any_checklist_written_out_is_the_same_again(checklist):
    """Nothing is lost or changed between models and file, in YAML or in JSON."""
    plain = checklist.model_dump(mode="json", by_alias=True, exclude_unset=True)
    for written in (
        yaml.safe_dump(plain, allow_unicode=True),
        json.dumps(plain, ensure_ascii=False),
    ):
        assert checklist == parse_checklist(written.encode(), "f.yaml")[0]
