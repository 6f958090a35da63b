# SPDX-License-Identifier: MPL-2.0
"""Mark the texts of a checklist that somebody must still write, and count them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from auditapp.i18n import _

if TYPE_CHECKING:
    from auditapp.checklist.models import Checklist

TO_COMPLETE: Final = _("TO COMPLETE: {what}")


def placeholder(what: str) -> str:
    """Return the text that stands where somebody must still write something."""
    return TO_COMPLETE.format(what=what)


def count_placeholders(checklist: "Checklist") -> int:
    """Return how many texts of a checklist still have to be written."""
    return _count(checklist.model_dump(mode="json"), TO_COMPLETE.partition("{")[0])


def _count(plain: object, start: str) -> int:
    if isinstance(plain, str):
        return int(plain.startswith(start))
    if isinstance(plain, Mapping):
        plain = plain.values()
    elif not isinstance(plain, Iterable):
        return 0
    return sum(_count(each, start) for each in plain)
