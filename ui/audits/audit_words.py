# SPDX-License-Identifier: MPL-2.0
"""Put a row of the list of audits into words, icons and tones."""

import datetime as dt
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.listing import AuditRow
from auditapp.model.audit import AuditStatus
from auditapp.model.labels import label, status_words
from ui.widgets.fields.date_text import date_words

STATUS_LOOKS: Final = {
    AuditStatus.DRAFT: ("info", "pencil"),
    AuditStatus.SIGNED_OFF: ("ok", "lock"),
    AuditStatus.MODERATED: ("outstanding", "scale"),
    AuditStatus.CLOSED: ("neutral", "archive"),
}
"""The tone and the icon of each status."""


def checklist_words(row: AuditRow) -> str:
    """Return the titles of the audit's checklists in one line."""
    return " · ".join(row.checklists)


def progress_words(row: AuditRow) -> str:
    """Return how far the audit is: "12 of 40"."""
    return _("{answered} of {asked}").format(answered=row.answered, asked=row.asked)


def amendment_words(row: AuditRow) -> str:
    """Return the number of the last amendment; empty when there is none."""
    return _("Amendment {number}").format(number=row.amendment) if row.amendment else ""


def link_words(row: AuditRow) -> str:
    """Return what an audit is to another; empty when it stands alone."""
    if row.moderates is not None:
        return _("Second reading")
    return _("Re-audit") if row.re_audits is not None else ""


def copy_words(row: AuditRow) -> str:
    """Return that two people signed different things as one audit, and this is the other one."""
    return _("A second copy") if row.copy_of is not None else ""


def state_words(row: AuditRow) -> str:
    """Return what stands below the status: the last amendment, and what it is to another audit."""
    return " · ".join(filter(None, (copy_words(row), amendment_words(row), link_words(row))))


def grade_words(row: AuditRow) -> str:
    """Return the practice grade, or that there is none yet."""
    return _("Not graded yet") if row.grade is None else label(row.grade)


def agreed_words(row: AuditRow) -> str:
    """Return that the grade was agreed in moderation, and the first one; empty when it was not."""
    if row.first_grade is None:
        return ""
    if row.first_grade is row.grade:
        return _("Agreed in moderation, as the auditor gave it")
    return _("Agreed in moderation. The auditor gave: {grade}").format(grade=label(row.first_grade))


def first_words(row: AuditRow) -> str:
    """Return the same in the few words that a column has room for."""
    if row.first_grade is None:
        return ""
    if row.first_grade is row.grade:
        return _("Agreed")
    return _("First: {grade}").format(grade=label(row.first_grade).lower())


def concern_words(row: AuditRow) -> str:
    """Return how many concerns are open; empty when none is."""
    if not row.open_concerns:
        return ""
    return ngettext("Open concern", "{count} open concerns", row.open_concerns).format(
        count=row.open_concerns
    )


def changed_words(row: AuditRow, now: dt.datetime) -> str:
    """Return when the audit was changed last, in local time: with the hour if that was lately."""
    changed = row.changed_at.astimezone()
    days = (now.astimezone().date() - changed.date()).days
    if days == 0:
        return _("Today {time}").format(time=f"{changed:%H:%M}")
    if days == 1:
        return _("Yesterday {time}").format(time=f"{changed:%H:%M}")
    return date_words(changed.date())


def spoken_words(row: AuditRow, now: dt.datetime) -> str:
    """Return the whole row as a screen reader says it."""
    parts = (
        row.case_reference,
        concern_words(row),
        checklist_words(row),
        status_words(row.status, row.amendment),
        copy_words(row),
        link_words(row),
        _("{progress} answered").format(progress=progress_words(row)),
        grade_words(row),
        agreed_words(row),
        row.team,
        _("changed {when}").format(when=changed_words(row, now)),
    )
    return ", ".join(filter(None, parts))
