# SPDX-License-Identifier: MPL-2.0
"""Test the model of long lists."""

from PySide6.QtCore import QModelIndex

from ui.registers.listed_model import ListedModel
from ui.registers.listed_row import ListedRow
from ui.rows.row import Row


def row(key):
    """Make a line."""
    return ListedRow(key, Row(f"Line {key}"))


def test_it_is_a_proper_model(qtmodeltester, qtbot):
    """Also while lines are added."""
    model = ListedModel(())
    model.set_rows([row(1), row(2)], has_more=True)
    qtmodeltester.check(model)
    model.add_rows([row(3)], has_more=False)
    assert [1, 2, 3] == [each.key for each in model.rows]


def test_more_is_asked_for_once_at_a_time(qtbot):
    """Until it came."""
    model, asked = ListedModel(()), []
    model.more_wanted.connect(lambda: asked.append(1))
    model.set_rows([row(1)], has_more=True)
    for _time in range(3):
        model.fetchMore(QModelIndex())
    assert 1 == len(asked)
    model.add_rows([], has_more=False)
    assert not model.canFetchMore(QModelIndex())
    assert not model.index_of("none").isValid()
    assert None is model.data(QModelIndex())
