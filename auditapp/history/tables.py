# SPDX-License-Identifier: MPL-2.0
"""Lay the history of an audit, or the logbook, out as a table for a spreadsheet program."""

from collections.abc import Iterator, Sequence

from auditapp.history.lines import HistoryLine
from auditapp.history.log_lines import LogLine
from auditapp.i18n import _
from auditapp.model.labels import label


def history_table(lines: Sequence[HistoryLine]) -> Iterator[tuple[str, ...]]:
    """Yield the titles, then a row for every field that changed; a line without one has one row.

    Times are ISO 8601 with the zone. Texts are whole.
    """
    yield (
        _("Line"),
        _("When"),
        _("Who"),
        _("What"),
        _("Number"),
        _("Where"),
        _("About"),
        _("Field"),
        _("Before"),
        _("After"),
        _("Note"),
        _("Undo"),
        _("SHA-256 of the line"),
    )
    for line in lines:
        head = (str(line.seq), line.at.isoformat(), line.by, line.title)
        tail = (line.note, label(line.reach), line.hash)
        for middle in _changes(line):
            yield (*head, *middle, *tail)


def log_table(lines: Sequence[LogLine]) -> Iterator[tuple[str, ...]]:
    """Yield the titles, then a row for every line of the logbook."""
    yield (
        _("Line"),
        _("When"),
        _("Who"),
        _("What"),
        _("Audit"),
        _("Note"),
        _("SHA-256 of the line"),
    )
    for line in lines:
        at = line.at.isoformat()
        yield (str(line.seq), at, line.by, line.title, line.audit, line.note, line.hash)


def _changes(line: HistoryLine) -> Iterator[tuple[str, ...]]:
    """Yield number, place, subject, field, before and after of each change; blanks of none."""
    if not line.rows:
        yield ("",) * 6
    for row in line.rows:
        number = "" if row.place.number is None else str(row.place.number)
        where = (number, row.place.words, row.about)
        if not row.fields:
            yield (*where, "", "", "")
        for field in row.fields:
            yield (*where, field.name, field.old, field.new)
