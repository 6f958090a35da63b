# SPDX-License-Identifier: MPL-2.0
"""Offer the members of an enumeration in their own words."""

from collections.abc import Iterable
from enum import StrEnum

from auditapp.i18n import _
from auditapp.model.labels import label
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField


def choice_items(choices: Iterable[StrEnum]) -> list[tuple[str, str]]:
    """Return each choice as its value and its words."""
    return [(choice.value, label(choice)) for choice in choices]


def choice_field(theme: Theme, name: str, choices: Iterable[StrEnum]) -> ComboField:
    """Return a list of the choices, with "Not given" as its first item and at the start."""
    field = ComboField(theme, name)
    field.set_items([("", _("Not given")), *choice_items(choices)])
    field.set_value("")
    return field
