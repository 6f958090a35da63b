# SPDX-License-Identifier: MPL-2.0
"""Say what a list of cases holds that was read and not taken yet."""

from auditapp.caselist.reading import CaseListReading
from auditapp.i18n import _, ngettext
from ui.rounds.list_work import ListLook


def held_back_rows(look: ListLook | None) -> frozenset[int]:
    """Return the rows that stay out until somebody has looked at them."""
    if look is None or look.reading is None:
        return frozenset()
    return frozenset(look.reading.challenged) - look.accepted


def look_words(look: ListLook) -> str:
    """Say what a list holds, and what is still to be done about it."""
    reading = look.reading
    notes = " ".join(look.table.notes)
    if reading is None:
        asked = _("Say which column holds the case references.")
        return f"{asked} {notes}".strip()
    return f"{_counts(reading, len(held_back_rows(look)))} {notes}".strip()


def _counts(reading: CaseListReading, waiting: int) -> str:
    count = len(reading.cases)
    parts = [ngettext("{count} case", "{count} cases", count).format(count=count)]
    if reading.left_out:
        words = ngettext(
            "{count} row is no case", "{count} rows are no case", len(reading.left_out)
        )
        parts.append(words.format(count=len(reading.left_out)))
    if waiting:
        words = ngettext(
            "{count} row is held back until you have looked at it",
            "{count} rows are held back until you have looked at them",
            waiting,
        )
        parts.append(words.format(count=waiting))
    return "; ".join(parts) + "."
