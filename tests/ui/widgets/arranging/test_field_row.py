# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.arranging.field_row``."""

import pytest

from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.search_field import SearchField


@pytest.fixture
def fields(theme):
    """Return a search and two lists of choices, one of them with a long one."""
    search, state, team = (
        SearchField(theme, "Search"),
        *(ComboField(theme, name) for name in ("State", "Team")),
    )
    state.set_items([("", "Open ones, and all of those that were closed")])
    team.set_items([("", "All teams")])
    return search, state, team


def widths(fields):
    """Return how wide each field is."""
    return [field.width() for field in fields]


def test_fields_share_the_width(theme, show, fields):
    """By their shares, whatever their words need."""
    show(FieldRow(theme, list(zip(fields, (2, 1, 1), strict=True))), 800, 200)
    assert [400, 200, 200] == widths(fields)


def test_one_gives_way_to_words_that_would_be_cut(theme, show, fields):
    """It gives no more than they lack, and nothing to those that have room enough."""
    search, state, team = fields
    row = FieldRow(theme, list(zip(fields, (2, 1, 1), strict=True)), gives_way=search)
    show(row, 800, 200)
    assert state.width() == state.sizeHint().width() > 200
    assert 200 == team.width()
    assert 800 == sum(widths(fields))


def test_it_gives_no_more_than_it_can(theme, show, fields):
    """It stays as wide as a field has to be; the words are cut then."""
    search, state, _team = fields
    row = FieldRow(theme, list(zip(fields, (2, 1, 1), strict=True)), gives_way=search)
    show(row, 608, 200)
    assert not row.is_stacked
    assert (150, True) == (search.width(), state.width() < state.sizeHint().width())


def test_fields_are_stacked_where_one_would_be_too_narrow(theme, show, fields):
    """Each has the whole width then."""
    row = FieldRow(theme, list(zip(fields, (2, 1, 1), strict=True)), gives_way=fields[0])
    show(row, 500, 400)
    assert row.is_stacked
    assert [500, 500, 500] == widths(fields)
