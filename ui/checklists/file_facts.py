# SPDX-License-Identifier: MPL-2.0
"""Say what a checklist file is, line by line."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from auditapp.checklist.models import Checklist, ChecklistStatus
from auditapp.checklist.versions import version_key
from auditapp.fingerprints import grouped
from auditapp.i18n import _, ngettext
from auditapp.operations.load import ExaminedFile
from ui.widgets.fields.date_text import date_words

_STATUSES: Final[Mapping[ChecklistStatus, str]] = {
    ChecklistStatus.DRAFT: _("A draft, not yet in use"),
    ChecklistStatus.ACTIVE: _("Ready to be used"),
    ChecklistStatus.RETIRED: _("No longer in use"),
}


def file_facts(examined: ExaminedFile) -> Iterator[str]:
    """Yield what is known of a file, a sentence each; publisher and notes as the file claims."""
    header = examined.header
    if examined.imported is not None:
        yield _("Made from the spreadsheet {name}").format(name=examined.name)
    if header is not None:
        yield _("Short name {id}, version {version}").format(id=header.id, version=header.version)
    if examined.in_use is not None:
        yield _("In use for new audits now: version {version}").format(
            version=examined.in_use.version
        )
    elif header is not None:
        yield _("No version of this checklist is in use here.")
    if examined.revision is not None:
        yield from _claims(examined.revision.checklist)
    if examined.file is not None:
        yield _("SHA-256: {sha256}").format(sha256=grouped(examined.file.sha256))


def version_notes(examined: ExaminedFile) -> Iterator[str]:
    """Yield what the file says that its versions changed, since the one in use; latest first."""
    if examined.revision is None:
        return
    since = examined.in_use
    for note in sorted(
        examined.revision.checklist.changes,
        key=lambda each: version_key(each.version),
        reverse=True,
    ):
        if since is None or version_key(note.version) > version_key(since.version):
            yield _("Version {version}, {day}: {summary}").format(
                version=note.version, day=date_words(note.on), summary=note.summary
            )


def notices(examined: ExaminedFile, today: dt.date) -> Iterator[str]:
    """Yield what a person should know before a sound file is loaded."""
    header, revision = examined.header, examined.revision
    if header is None or revision is None:
        return
    if header.verdict.warning:
        yield header.verdict.warning
    if examined.unfinished:
        yield _unfinished_words(examined.unfinished)
    gone = examined.withdrawn
    if gone is not None:
        yield _("{name} withdrew this version: {reason} To use it takes that back.").format(
            name=gone.by, reason=gone.reason
        )
    effective = revision.checklist.effective
    if effective.from_ is not None and today < effective.from_:
        yield _("It is meant to be used from {day} on.").format(day=date_words(effective.from_))
    if effective.to is not None and today > effective.to:
        yield _("It was meant to be used until {day}.").format(day=date_words(effective.to))
    if examined.in_use is not None and examined.comparison is None:
        yield _("The version in use cannot be read, so there is nothing to compare with.")


def _unfinished_words(count: int) -> str:
    """Say that so many texts of a checklist are not written yet, and what to do about it."""
    words = ngettext(
        "{n} text still begins with TO COMPLETE, and auditors would read it like that. Write it in "
        "the checklist file, and load that.",
        "{n} texts still begin with TO COMPLETE, and auditors would read them like that. Write "
        "them in the checklist file, and load that.",
        count,
    )
    return words.format(n=count)


def _claims(checklist: Checklist) -> Iterator[str]:
    """Yield what a checklist says of itself."""
    publisher, effective, approved = checklist.publisher, checklist.effective, checklist.approved
    yield (
        _("Publisher, as the file claims: {name}").format(name=publisher.name)
        if publisher is not None
        else _("The file does not name its publisher.")
    )
    yield _STATUSES[checklist.status]
    if effective.from_ is not None:
        yield _("To be used from {day}").format(day=date_words(effective.from_))
    if effective.to is not None:
        yield _("To be used until {day}").format(day=date_words(effective.to))
    if approved is not None:
        yield _("Approved on {day}: {names}").format(
            day=date_words(approved.on), names=", ".join(approved.by) or _("by nobody named")
        )
