# SPDX-License-Identifier: MPL-2.0
"""Put backups into words."""

import datetime as dt
from typing import Final

from auditapp.i18n import _, ngettext
from ui.widgets.fields.date_text import date_words

_MEGABYTE: Final = 1_000_000


def moment_words(at: dt.datetime) -> str:
    """Return a moment where this computer is: ``21 November 2026, 09:30``."""
    here = at.astimezone()
    return _("{day}, {time}").format(day=date_words(here.date()), time=f"{here:%H:%M}")


def size_words(size: int) -> str:
    """Return a size in bytes in whole megabytes, rounded up."""
    return _("{size} MB").format(size=-(-size // _MEGABYTE))


def count_words(count: int) -> str:
    """Return how many audits there are."""
    return ngettext("{count} audit", "{count} audits", count).format(count=count)


def last_backup_words(last: dt.datetime | None, now: dt.datetime) -> str:
    """Return when the last backup was made, and how long ago that is."""
    if last is None:
        return _("No backup has been made yet.")
    days = (now.astimezone().date() - last.astimezone().date()).days
    if days <= 0:
        ago = _("today")
    else:
        ago = ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    return _("The last backup was made on {when} ({ago}).").format(when=moment_words(last), ago=ago)
