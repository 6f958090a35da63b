# SPDX-License-Identifier: MPL-2.0
"""Test what the head of an open audit keeps where room is short."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint

from tests.making import make_front
from ui.keys.commands import CommandId
from ui.walkthrough.audit_header import AuditHeader

LONG = "HX-2047/2026-11/children-in-care"


@pytest.fixture
def header(theme, open_audit, show):
    """Return a function that shows the head of an audit of ``reference`` with text at 200 %."""

    def header(width, reference="HX-2047"):
        made = AuditHeader(theme)
        theme.set_text_scale(2.0)
        made.show_audit(
            open_audit.audit.model_copy(update={"front": make_front(case_reference=reference)})
        )
        made.show_progress(open_audit.outline)
        made.saved.show_saved(datetime(2026, 11, 21, 14, 32))  # noqa: DTZ001 - local time
        return show(made, width, made.height())

    return header


def shown_area(header, part):
    """Return where a part stands in the head."""
    area = part.rect()
    area.moveTopLeft(part.mapTo(header, QPoint(0, 0)))
    return area


@pytest.mark.parametrize("reference", ["HX-2047", LONG])
@pytest.mark.parametrize("width", [560, 620, 760, 1366])
def test_whose_file_it_is_is_never_left_out(header, width, reference):
    """Nor what is saved, the concern and the menu; nothing covers another or is cut off."""
    head = header(width, reference)
    parts = (head._reference, head.saved, head.button(CommandId.CONCERN), head._more)
    areas = [shown_area(head, part) for part in parts]
    assert all(part.isVisible() for part in parts)
    assert all(head.rect().contains(area) for area in areas)
    assert not any(one.intersects(two) for one in areas for two in areas if one is not two)
    assert all(part.width() >= part.sizeHint().width() for part in parts)
    assert reference == head._reference.accessibleName() == head._reference.toolTip()


def test_what_is_saved_goes_below_the_reference_and_comes_back(header):
    """Both begin at one edge there; wider, it stands at the right as ever."""
    head = header(560)
    reference, badge = shown_area(head, head._reference), shown_area(head, head.saved.badge)
    assert reference.bottom() < badge.top()
    assert reference.left() == badge.left()
    head.resize(1366, head.height())
    reference, badge = shown_area(head, head._reference), shown_area(head, head.saved.badge)
    assert reference.right() < badge.left()
    assert shown_area(head, head.saved).right() == badge.right()
