# SPDX-License-Identifier: MPL-2.0
"""Test the room that a blank checklist gives to each kind of question."""

from dataclasses import replace

import pytest

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.local_standards import LocalStandards
from auditapp.report.blank_blocks import BlankPart, DateBoxes, Lines, NumberBox, Ticks
from tests.auditapp.report.blank_fixtures import make_blank, options
from tests.auditapp.report.reading import blocks_of
from tests.making import make_checklist

__all__ = ["make_blank", "options"]


def _part(document, ref):
    return next(part for part in blocks_of(document, BlankPart) if part.ref == ref)


def test_each_kind_of_question_has_its_own_room(make_blank):
    """Boxes to tick, lines, boxes for figures; the dates of a series have many."""
    answers = [{"id": "a", "text": "A"}]
    checklist = make_checklist(
        {"id": "rating"},
        {"id": "choice", "kind": "choice", "answers": answers},
        {"id": "choices", "kind": "choices", "answers": answers},
        {"id": "text", "kind": "text"},
        {"id": "number", "kind": "number", "unit": "visits"},
        {"id": "date", "kind": "date"},
        {"id": "dates", "kind": "dates"},
    )
    document = make_blank(checklist)
    kinds = [type(_part(document, str(number)).blanks[0]) for number in range(1, 8)]
    assert [Ticks, Ticks, Ticks, Lines, NumberBox, DateBoxes, DateBoxes] == kinds
    assert [1, 12] == [_part(document, ref).blanks[0].count for ref in "67"]
    assert ["Tick one", "Tick one", "Tick all that fit"] == [
        _part(document, ref).blanks[0].label for ref in "123"
    ]


def test_what_the_window_asks_beside_an_answer_has_room(make_blank, words_in):
    """Not applicable with its reason, lateness, cause, agencies, note and evidence."""
    checklist = make_checklist(
        {"id": "a", "not_applicable": {"allowed": True, "example": "A baby"}},
        {
            "id": "b",
            "kind": "dates",
            "timescale": {"rule": "assessment"},
            "required": False,
            "not_applicable": {"allowed": True, "reason": "optional"},
        },
        agencies=[{"id": "police", "text": "Police"}],
    )
    document = make_blank(checklist)
    rating, dates = words_in(_part(document, "1")), words_in(_part(document, "2"))
    for words in (
        "Not applicable",
        "For example: A baby",
        "Because\n",
        "Police",
        "Note",
        "Evidence",
    ):
        assert words in rating
    assert "What lies behind it? (after Partly met or Not met)" in rating
    for words in (
        "No date on file",
        "If late, why",
        "Because (optional)",
        "Optional.",
        "45 working",
    ):
        assert words in dates
    assert "If late" not in rating


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({}, "visits"),
        ({"min": 0, "max": 6}, "visits (0 to 6)"),
        ({"min": 1}, "visits (at least 1)"),
        ({"max": 2.5}, "visits (at most 2.5)"),
    ],
)
def test_a_number_says_what_can_be_meant(make_blank, limits, words):
    """The unit and the limits stand behind the box."""
    checklist = make_checklist({"id": "n", "kind": "number", "unit": "visits", **limits})
    assert words == _part(make_blank(checklist), "1").blanks[0].unit


def test_answers_say_what_has_to_be_known_before_ticking(make_blank):
    """One that may mean danger, one that stands alone; a retired one is not offered."""
    answers = [
        {"id": "danger", "text": "Not safe", "raises": "concern"},
        {"id": "none", "text": "None", "exclusive": True},
        {"id": "old", "text": "Old", "retired": True},
    ]
    checklist = make_checklist({"id": "q", "kind": "choices", "answers": answers})
    ticks = _part(make_blank(checklist), "1").blanks[0].ticks
    assert ["Not safe", "None"] == [tick.text for tick in ticks]
    assert ticks[0].note.endswith("tell a manager at once.")
    assert "Tick nothing else." == ticks[1].note


def test_a_timescale_says_its_limit_as_this_council_uses_it(make_blank, standards):
    """With the council's own number; not at all when it is switched off or unknown."""
    rules = standards.rules.values()
    rule = next(each for each in rules if each.number is not None and not each.situations)

    def limits(rule_id, **changes):
        kind = {"id": "d", "kind": "date", "timescale": {"rule": rule_id}}
        part = _part(make_blank(make_checklist(kind), **changes), "1")
        return [advice.points for advice in part.advice if advice.title == "Timescale"]

    def local(**choice):
        chosen = LocalStandards.from_settings({rule.id: choice})
        return {"standards": replace(standards, local=chosen)}

    assert [] == limits(rule.id, **local(on=False))
    ((words,),) = limits(rule.id, **local(on=True, number=17))
    assert words.startswith("17 ")
    assert words.endswith(f"counted from {rule.starts_from}.")
    assert [] == limits("unheard_of")


def test_a_timescale_with_situations_names_the_question_that_decides(make_blank, standards):
    """Without one nothing is said: the limits would not fit onto the page."""
    rule = next(each for each in standards.rules.values() if each.situations)
    which = {"id": "w", "kind": "choice", "answers": [{"id": "a", "text": "A"}]}

    def shown(**timescale):
        dates = {"id": "d", "kind": "dates", "timescale": {"rule": rule.id, **timescale}}
        part = _part(make_blank(make_checklist(which, dates)), "2")
        return [advice.points for advice in part.advice if advice.title == "Timescale"]

    assert [("Depends on the answer to 1.",)] == shown(situation="w")
    assert [] == shown()


def test_kinds_are_all_known():
    """A new kind of question needs room of its own on paper."""
    kinds = {"rating", "choice", "choices", "text", "number", "date", "dates"}
    assert kinds == {kind.value for kind in QuestionKind}


def test_a_timescale_names_the_question_that_ends_it(make_blank, standards):
    """With its number on the paper, after the limit."""
    rule = next(each for each in standards.rules.values() if each.event and each.number)
    local = LocalStandards.from_settings({rule.id: {"on": True}})
    end = {"id": "e", "kind": "date"}
    dates = {"id": "d", "kind": "dates", "timescale": {"rule": rule.id, "ends_on": "e"}}
    document = make_blank(make_checklist(end, dates), standards=replace(standards, local=local))
    (points,) = [
        advice.points for advice in _part(document, "2").advice if advice.title == "Timescale"
    ]
    assert "Nothing is due after the day given under 1." == points[1]
