# SPDX-License-Identifier: MPL-2.0
"""Take what stands in the form of a front sheet as plain texts, and put it back as it was."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from ui.audits.front_sheet_form import FrontSheetForm

LINES: Final = (
    "reference",
    "team",
    "worker_code",
    "caseload",
    "workers",
    "auditor",
    "period_from",
    "period_to",
    "judged_from",
)
CHOICES: Final = ("age_band", "legal_status")
TICKS: Final = ("cohorts", "sources")
"""The fields of the form, by the names of its attributes."""


def read_texts(form: FrontSheetForm) -> dict[str, Any]:
    """Return what was typed, chosen and ticked, whether it can be used or not."""
    lines = {name: getattr(form, name).text for name in LINES}
    choices = {name: getattr(form, name).value for name in CHOICES}
    ticks = {name: list(getattr(form, name).values) for name in TICKS}
    return {**lines, **choices, **ticks, "is_independent": form.is_independent.isChecked()}


def write_texts(form: FrontSheetForm, texts: Mapping[str, Any]) -> None:
    """Fill the form in as if ``texts`` were typed just now; what they lack stays as it is."""
    for name in CHOICES:
        with suppress(KeyError):  # another version may have had another choice
            getattr(form, name).set_value(texts[name])
    for name in TICKS:
        getattr(form, name).set_values(texts.get(name, getattr(form, name).values))
    form.is_independent.setChecked(texts.get("is_independent", form.is_independent.isChecked()))
    for name in LINES:
        field = getattr(form, name)
        text = texts.get(name, field.text)
        if text != field.text:
            field.set_text(text)
            # Not as if the field were left: half a date must not become a whole one.
            field.text_settled.emit(text)
