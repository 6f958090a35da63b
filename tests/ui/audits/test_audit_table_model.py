# SPDX-License-Identifier: MPL-2.0
"""The rows of the list of audits: sorted, filtered, put into words."""

import datetime as dt

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from tests.ui.audits.rows import NOW, make_row
from ui.audits.audit_filter import AuditFilter
from ui.audits.audit_table_model import AuditTableModel, Column
from ui.audits.audit_words import changed_words, spoken_words

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qapp):
    """Return a table of four audits."""
    model = AuditTableModel()
    model.set_rows(
        [
            make_row("HX-9", team="South", grade="good", status="signed_off", answered=18),
            make_row("HX-10", team="north", open_concerns=1),
            make_row("HX-2", checklists=["Chronology", "Visits"], grade="inadequate"),
            make_row("AB-1", auditor="M. Silva", changed_at="2026-11-20T09:00:00+00:00"),
        ],
        NOW,
    )
    return model


def references(model):
    """Return the case references in the order shown."""
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_table_keeps_the_rules_of_qt(model, qtmodeltester):
    """Qt's own checks find nothing, while rows are sorted, filtered and exchanged."""
    qtmodeltester.check(model)
    model.sort(Column.CASE, UP)
    for text in ("hx", "nothing like it", ""):
        model.set_filter(AuditFilter(text))
    model.set_rows([make_row("HX-1")], NOW)


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (Column.CASE, UP, ["AB-1", "HX-2", "HX-9", "HX-10"]),
        (Column.CASE, DOWN, ["HX-10", "HX-9", "HX-2", "AB-1"]),
        (Column.TEAM, UP, ["AB-1", "HX-2", "HX-10", "HX-9"]),
        (Column.STATUS, DOWN, ["HX-9"]),
        (Column.PROGRESS, DOWN, ["HX-9"]),
        (Column.GRADE, UP, ["HX-9", "HX-2"]),
        (Column.GRADE, DOWN, ["HX-2", "HX-9"]),
        (Column.CHANGED, UP, ["AB-1"]),
    ],
)
def test_sorting(model, column, order, expected):
    """Each column sorts in its own way: numbers as numbers, and without a grade always last."""
    model.sort(column, order)
    assert expected == references(model)[: len(expected)]


def test_an_index_follows_its_audit(model):
    """What was current before sorting is current after it."""
    place = QPersistentModelIndex(model.index(0, Column.TEAM))
    before = model.audits[place.row()].id
    model.sort(Column.CASE, DOWN)
    model.sort(Column.CASE, UP)
    assert before == model.audits[place.row()].id
    assert Column.TEAM == place.column()
    model.set_filter(AuditFilter("nothing like it"))
    assert not place.isValid()


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (AuditFilter("hx-1"), {"HX-10"}),
        (AuditFilter("SILVA"), {"AB-1"}),
        (AuditFilter("chron hx"), {"HX-2"}),
        (AuditFilter("hx", team="South"), {"HX-9"}),
        (AuditFilter(status="signed_off"), {"HX-9"}),
        (AuditFilter(checklist="Chronology"), {"HX-2"}),
        (AuditFilter("nothing like it"), set()),
        (AuditFilter(), {"HX-9", "HX-10", "HX-2", "AB-1"}),
    ],
)
def test_filtering(model, wanted, expected):
    """Every word must occur somewhere, and every choice must fit."""
    model.set_filter(wanted)
    assert expected == set(references(model))
    assert 4 == model.held_count


def test_a_row_is_spoken_whole(model):
    """A screen reader hears the audit when the first cell is the current one."""
    model.sort(Column.CASE, DOWN)
    words = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("HX-10, Open concern, Visits, Draft, 3 of 18 answered, Not graded yet")
    assert "Draft" == model.index(0, Column.STATUS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken_words(model.audits[0], NOW) == words


@pytest.mark.parametrize(
    ("hours", "expected"), [(0, "Today"), (24, "Yesterday"), (24 * 20, "1 November 2026")]
)
def test_when_an_audit_was_changed(hours, expected):
    """Lately is told with the hour, longer ago with the date."""
    changed = (NOW - dt.timedelta(hours=hours)).isoformat()
    assert changed_words(make_row("HX-1", changed_at=changed), NOW).startswith(expected)


@pytest.mark.parametrize(
    ("status", "expected"),
    [("draft", "Amendment 2, draft"), ("signed_off", "Amendment 2, signed off")],
)
def test_an_amended_audit_says_so(qapp, status, expected):
    """In the column of the status, and to a screen reader."""
    row = make_row("HX-1", status=status, amendment=2)
    model = AuditTableModel()
    model.set_rows([row], NOW)

    assert expected == model.index(0, Column.STATUS).data()
    assert expected in spoken_words(row, NOW)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("good", "Agreed in moderation. The auditor gave: Good"),
        ("inadequate", "Agreed in moderation, as the auditor gave it"),
    ],
)
def test_a_grade_that_was_agreed_says_so(qapp, first, words):
    """It is spoken, and told on pointing at it, with the first one."""
    row = make_row("HX-1", grade="inadequate", first_grade=first)
    model = AuditTableModel()
    model.set_rows([row], NOW)
    index = model.index(0, Column.GRADE)
    assert words == model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert f"Inadequate. {words}" == index.data()
    assert words in spoken_words(row, NOW)
