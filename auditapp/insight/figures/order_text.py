# SPDX-License-Identifier: MPL-2.0
"""Write which figures were chosen as text, and read it again: it is sealed while nobody looks."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from auditapp.insight.figures.figure import FigureOrder


def written_orders(orders: tuple[FigureOrder, ...]) -> str:
    """Return the orders as JSON."""
    text: bytes = _adapter().dump_json(orders)
    return text.decode()


def read_orders(text: str) -> tuple[FigureOrder, ...]:
    """Return the orders that ``written_orders`` made a text of."""
    orders: tuple[FigureOrder, ...] = _adapter().validate_json(text)
    return orders


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(tuple[FigureOrder, ...])
