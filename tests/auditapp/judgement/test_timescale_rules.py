# SPDX-License-Identifier: MPL-2.0
"""Test that rules which make no sense are refused, with what to write instead."""

import pytest
from pydantic import ValidationError

from auditapp.errors import ChecklistInvalidError, TimescaleUnknownError
from auditapp.judgement.timescale_rules import TimescaleRule, load_rules

SINGLE = {
    "id": "letter",
    "title": "Letter sent",
    "kind": "single",
    "standard": "local",
    "on": True,
    "starts_from": "the meeting",
    "limit": {"working_days": 5},
    "source": "Council procedures",
    "confidence": "low",
}
SERIES = {
    **{key: value for key, value in SINGLE.items() if key != "limit"},
    "kind": "series",
    "every": {"weeks": 6},
    "event": {"one": "visit", "many": "visits"},
}
SITUATIONS = [{"id": "a", "title": "A", "every": {"weeks": 1}}]


def refusals(data):
    """Return the messages with which ``data`` is refused."""
    with pytest.raises(ValidationError) as caught:
        TimescaleRule.model_validate(data)
    return [each["msg"] for each in caught.value.errors()]


@pytest.mark.parametrize(
    "data",
    [
        {**SINGLE, "limit": None},
        {**SINGLE, "every": {"weeks": 1}},
        {**SINGLE, "changes": [{"on": "the review", "every": {"weeks": 1}}]},
        {**SERIES, "every": None},
        {**SERIES, "limit": {"weeks": 1}},
        {**SERIES, "every": {"weeks": 0}},
        {**SERIES, "counts_back": True},
        {**SERIES, "early_counts": True},
    ],
)
def test_limits_fit_the_kind(data):
    """A single rule has one limit and a series has intervals, never a mixture."""
    assert ["The limits do not fit the kind of rule."] == refusals(data)


@pytest.mark.parametrize("data", [{**SINGLE, "event": SERIES["event"]}, {**SERIES, "event": None}])
def test_a_series_names_its_events(data):
    """A series needs words for its events, and a single rule has no use for them."""
    assert ["A series, and only a series, names its events."] == refusals(data)


@pytest.mark.parametrize(
    "changes",
    [
        {"standard": "local", "every": None, "choose": "which"},
        {"standard": "national", "every": None},
        {"standard": "national", "choose": "which"},
    ],
)
def test_situations_need_a_national_rule_and_a_choice(changes):
    """Situations stand in a national rule that says what to choose and has no limits itself."""
    assert [
        "Situations need a national rule without limits of its own, and what to choose."
    ] == refusals({**SERIES, "situations": SITUATIONS, **changes})


def test_an_unknown_situation_has_no_limits():
    """Without a situation, or with one it does not know, a rule that wants one has no limits."""
    data = {**SERIES, "standard": "national", "every": None, "choose": "which"}
    rule = TimescaleRule.model_validate({**data, "situations": SITUATIONS})
    assert [None, None, "a"] == [
        timing and timing.id for timing in (rule.timing(None), rule.timing("b"), rule.timing("a"))
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (SINGLE, "5 working days"),
        ({**SINGLE, "counts_back": True}, "5 working days before"),
        (SERIES, "6 weeks"),
    ],
)
def test_limits_are_put_in_words(data, words):
    """A rule says its limit, and which way it counts."""
    rule = TimescaleRule.model_validate(data)
    assert words == rule.limit_words(rule)


@pytest.mark.parametrize(
    ("data", "least", "words"), [(SINGLE, 0, "3 working days"), (SERIES, 1, "3 weeks")]
)
def test_a_council_can_put_its_own_number(data, least, words):
    """The number takes the place of the shipped one and the unit stays."""
    rule = TimescaleRule.model_validate(data)
    changed = rule.with_number(3)
    assert (least, words, 3) == (rule.least_number, changed.words(), changed.number)


def test_a_national_rule_has_no_number_to_set():
    """What the law says is no council's to change."""
    assert TimescaleRule.model_validate({**SINGLE, "standard": "national"}).number is None


def test_a_near_miss_is_suggested(rules):
    """Somebody who types the id nearly right is told the right one."""
    with pytest.raises(TimescaleUnknownError, match="There is no timescale 'cp_visit'") as caught:
        rules.rule("cp_visit")
    assert "Did you mean 'cp_visits'?" == caught.value.remedy


def test_two_rules_with_one_id_are_refused():
    """An id names one rule."""
    entry = (
        b"  - {id: letter, title: Sent, kind: single, standard: local, on: true, starts_from: x,\n"
        b"     limit: {days: 1}, source: x, confidence: low}\n"
    )
    with pytest.raises(ChecklistInvalidError) as caught:
        load_rules(b"schema: timescales/1\nrules:\n" + 2 * entry, "own.yaml")
    assert ["own.yaml:1:1: There are two rules 'letter'. Give each rule an id of its own."] == [
        str(fault) for fault in caught.value.faults
    ]


@pytest.mark.parametrize(
    ("groups", "wrong"),
    [
        ("[]", ""),
        ("[{title: A, rules: [letter]}]", ""),
        ("[{title: A, rules: []}]", "letter"),
        ("[{title: A, rules: [letter]}, {title: B, rules: [letter]}]", "letter"),
        ("[{title: A, rules: [letter, visit]}]", "visit"),
    ],
)
def test_each_rule_stands_in_one_group(groups, wrong):
    """Where there are groups, none of the rules is left out, named twice or made up."""
    data = (
        f"schema: timescales/1\ngroups: {groups}\nrules:\n"
        "  - {id: letter, title: Sent, kind: single, standard: local, on: true, starts_from: x,\n"
        "     limit: {days: 1}, source: x, confidence: low}\n"
    ).encode()
    if not wrong:
        assert ["letter"] == [rule.id for rule in load_rules(data, "own.yaml").rules]
        return
    with pytest.raises(ChecklistInvalidError) as caught:
        load_rules(data, "own.yaml")
    (fault,) = caught.value.faults
    assert f"Rule '{wrong}' does not stand in exactly one group." == fault.message


def test_a_fault_is_reported_with_its_place():
    """A wrong length of time is reported with file, line and column."""
    data = (
        b"schema: timescales/1\nrules:\n"
        b"  - {id: letter, title: Sent, kind: single, standard: local, on: true, starts_from: x,\n"
        b"     limit: {fortnights: 1}, source: x, confidence: low}\n"
    )
    with pytest.raises(ChecklistInvalidError) as caught:
        load_rules(data, "own.yaml")
    assert [
        (
            "own.yaml:4:6: This is not a length of time."
            " Write one of days, working_days, weeks or months, as in {weeks: 6}."
        )
    ] == [str(fault) for fault in caught.value.faults]
