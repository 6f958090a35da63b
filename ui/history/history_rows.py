# SPDX-License-Identifier: MPL-2.0
"""Put a line of the history into a row of a list."""

from collections.abc import Iterator

from auditapp.checklist.revision.word_marks import MarkKind, WordMark
from auditapp.fingerprints import grouped
from auditapp.history.lines import HistoryLine
from auditapp.history.row_changes import FieldChange, RowWords
from auditapp.history.short_marks import short_marks, shortened
from auditapp.i18n import _, ngettext
from auditapp.judgement.moment_words import moment_words
from auditapp.judgement.outline import Outline
from auditapp.model.labels import label
from ui.rows.row import Remark, Row
from ui.walkthrough.steps import Step, step_of_row

MOST_ROWS = 3
"""Places that one line tells: the move of a draft to another version changes hundreds."""

MOST_FIELDS = 6
MARKED_FROM = 60
"""Characters of a text from which on the words that changed are hard to find without marks."""


def history_row(line: HistoryLine, outline: Outline) -> Row:
    """Return what the list shows of ``line``; it leads to where the change was."""
    numbers = {row.place.number for row in line.rows}
    return Row(
        title=line.title,
        remarks=tuple(_remarks(line)),
        number=next(iter(numbers)) if len(numbers) == 1 else None,
        step=step_of_line(line, outline),
    )


def step_of_line(line: HistoryLine, outline: Outline) -> Step | None:
    """Return the step that shows what a line changed, None when no step does."""
    steps = (step_of_row(outline, row.table, row.key, row.place.question) for row in line.rows)
    return next(filter(None, steps), None)


def change_words(field: FieldChange) -> str:
    """Return one change in a line: what it was and what it is."""
    old, new = (shortened(grouped(each)) for each in (field.old, field.new))
    if not old:
        return new
    return _("{old} → {new}").format(old=old, new=new or _("nothing"))


def _remarks(line: HistoryLine) -> Iterator[Remark]:
    for row in line.rows[:MOST_ROWS]:
        yield from _row_remarks(row)
    left = len(line.rows) - MOST_ROWS
    if left > 0:
        words = ngettext("and at {count} other place", "and at {count} other places", left)
        yield Remark(words.format(count=left))
    if line.note:
        yield Remark(grouped(line.note), "text")
    who = _("{name}, {moment}").format(name=line.by, moment=moment_words(line.at))
    words = _("{who}  ·  line {number}  ·  {reach}")
    yield Remark(words.format(who=who, number=line.seq, reach=label(line.reach)), "text3")


def _row_remarks(row: RowWords) -> Iterator[Remark]:
    yield Remark(row.place.words)
    if row.about:
        yield Remark(_("About: {words}").format(words=shortened(row.about)))
    for field in row.fields[:MOST_FIELDS]:
        yield _field_remark(field)
    left = len(row.fields) - MOST_FIELDS
    if left > 0:
        words = ngettext("and {count} other thing", "and {count} other things", left)
        yield Remark(words.format(count=left))


def _field_remark(field: FieldChange) -> Remark:
    """Return one change; of somebody's own words those that changed are marked."""
    head = f"{field.name}: "
    is_long = max(len(field.old), len(field.new)) >= MARKED_FROM
    if field.is_prose and field.old and is_long:
        marks = short_marks(field.old, field.new)
        return Remark("", "text", (WordMark(MarkKind.SAME, head), *marks))
    return Remark(f"{head}{change_words(field)}", "text")
