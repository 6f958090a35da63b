# SPDX-License-Identifier: MPL-2.0
"""Make the change sheet of a checklist: what is different between two of its versions.

Whoever publishes a version sends it round with the file, and auditors read it before they use the
version. There is nothing of any case in it: what it says of answers holds for all drafts.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from auditapp import fingerprints
from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.local_names import Names, with_names
from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.change_groups import GROUP_TITLES, grouped
from auditapp.checklist.revision.changes import ChecklistChange
from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.consequences import Consequences
from auditapp.checklist.revision.fates import AnswerState
from auditapp.checklist.versions import version_key
from auditapp.i18n import _, language_tag, ngettext
from auditapp.judgement.day_words import day_words
from auditapp.report.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Facts,
    Heading,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.checklists.change_rows import STATE_BADGES, ChangeRows
from auditapp.report.checklists.words import (
    approval_words,
    period_of_use_words,
    status_words,
)
from auditapp.report.document import ReportDocument
from auditapp.report.short_hash import short_hash

_MEANINGS: Final[Mapping[AnswerState, str]] = {
    AnswerState.KEPT: _("Every answer goes on, perhaps under a new id or in another form."),
    AnswerState.TO_CONFIRM: _(
        "An answer may have to be confirmed: it goes on, and stands beside the old wording until "
        "the auditor confirms it or answers again. Until then the audit cannot be signed off."
    ),
    AnswerState.SET_ASIDE: _(
        "An answer may be set aside: the question is open. The old question, the answer, its notes "
        "and its evidence stay readable, and count for nothing."
    ),
}
_COLUMNS: Final = (
    Column(_("About"), 17, ColumnKind.ROW_HEAD),
    Column(_("What is changed"), 57),
    Column(_("Answers in open audits"), 26),
)


@dataclass(frozen=True, slots=True)
class ChangeOptions:
    """Hold what a change sheet needs to know beyond the two versions; ``at`` is aware."""

    names: Names
    at: dt.datetime
    marking: str
    organisation: str = ""


def change_sheet(
    old: LoadedChecklist, new: LoadedChecklist, options: ChangeOptions
) -> ReportDocument:
    """Return what changes from ``old`` to ``new``, two versions of one checklist."""
    before, after = (with_names(each.checklist, options.names) for each in (old, new))
    versions = {"old": before.version, "new": after.version}
    digest = sha256(f"{old.sha256} {new.sha256}".encode()).hexdigest()
    return ReportDocument(
        title=after.title,
        subtitle=_("What changes from version {old} to version {new}").format(**versions),
        marking=options.marking,
        language=language_tag(),
        reference=_("(changes from {old} to {new})").format(**versions),
        running_title=after.title,
        running_right=_("Changes from {old} to {new}").format(**versions),
        footer_left=_("{id} {old} to {new}   SHA-256 {digest}").format(
            id=after.id, digest=short_hash(new.sha256), **versions
        ),
        blocks=tuple(_blocks(old, new, before, after)),
        content_hash=digest,
        created_at=options.at,
        author=options.organisation,
        overline=options.organisation,
    )


def _blocks(
    old: LoadedChecklist, new: LoadedChecklist, before: Checklist, after: Checklist
) -> Iterator[Block]:
    changes = compare(before, after)
    if version_key(after.version) < version_key(before.version):
        title = _("Version {new} is older than version {old}").format(
            new=after.version, old=before.version
        )
        yield Callout(CalloutTone.WARN, title, (_("This sheet leads back to the older one."),))
    yield _versions(old, new)
    yield from _notes(before, after)
    yield Heading(1, _("In short"))
    if not changes:
        yield Paragraph(_("Nothing that auditors see is changed."))
        return
    yield from _in_short(before, after, changes)
    yield from _groups(before, after, changes)


def _versions(old: LoadedChecklist, new: LoadedChecklist) -> Table:
    """Lay side by side what the two versions say of themselves, and who vouches for them."""
    rows = zip(_about(old), _about(new), strict=True)
    return Table(
        (
            Column(_("Version"), 17, ColumnKind.ROW_HEAD),
            Column(old.checklist.version, 41),
            Column(new.checklist.version, 42),
        ),
        tuple((name, was, now) for (name, was), (_name, now) in rows if was or now),
        _("The two versions"),
    )


def _about(loaded: LoadedChecklist) -> Sequence[tuple[str, str]]:
    checklist, verdict = loaded.checklist, loaded.verdict
    asked = sum(not question.retired for question in checklist.questions)
    return (
        (_("Checklist"), f"{checklist.title} ({checklist.id})"),
        (_("Status"), status_words(checklist)),
        (_("To be used"), period_of_use_words(checklist) or _("no dates given")),
        (_("Published by"), checklist.publisher.name if checklist.publisher else ""),
        (_("Approved"), approval_words(checklist)),
        (_("Who vouches"), f"{verdict.sentence} {verdict.warning}".rstrip() if verdict else ""),
        (_("Questions"), str(asked)),
        (_("SHA-256"), fingerprints.grouped(loaded.sha256)),
    )


def _notes(before: Checklist, after: Checklist) -> Iterator[Block]:
    """Yield what the publisher says that the versions since the old one changed."""
    since = version_key(before.version)
    notes = sorted(
        (each for each in after.changes if version_key(each.version) > since),
        key=lambda each: version_key(each.version),
        reverse=True,
    )
    if notes:
        yield Heading(1, _("In the words of the publisher"))
    for note in notes:
        said = _("Version {version}, {day}").format(version=note.version, day=day_words(note.on))
        yield Paragraph(said, TextTone.MUTED, leads_in=True)
        yield Paragraph(note.summary)


def _in_short(
    before: Checklist, after: Checklist, changes: Sequence[ChecklistChange]
) -> Iterator[Block]:
    count = ngettext("{count} change", "{count} changes", len(changes)).format(count=len(changes))
    counts = ((GROUP_TITLES[group], len(held)) for group, held in grouped(changes).items())
    yield Facts(((_("In all"), count), *((title, str(n)) for title, n in counts if n)))
    yield Heading(2, _("What becomes of answers in open audits"))
    yield Paragraph(
        _(
            "An open audit stays with its version until somebody moves it, having seen what would "
            "become of every answer. One undo takes the move back. Audits that are signed off "
            "never change. No answer is lost:"
        ),
        leads_in=True,
    )
    reached = Counter(Consequences(before, after).of_questions(changes).values())
    yield Table(
        (
            Column(_("Answers"), 17, ColumnKind.ROW_HEAD),
            Column(_("What that means"), 57),
            Column(_("Questions of version {version}").format(version=before.version), 26),
        ),
        tuple(
            (STATE_BADGES[state], words, str(reached[state])) for state, words in _MEANINGS.items()
        ),
        _("How many questions keep their answers, and how many may not"),
    )


def _groups(
    before: Checklist, after: Checklist, changes: Sequence[ChecklistChange]
) -> Iterator[Block]:
    yield Heading(1, _("The changes"))
    yield Bullets(
        (
            _(
                "Words that went are struck through, words that came are bold and underlined. Read "
                "aloud or copied they are “[removed: …]” and “[added: …]”."
            ),
            _(
                "The last column says how far an answer may come by that change. When several "
                "changes touch one question, the one that goes farthest holds."
            ),
        )
    )
    rows = ChangeRows(before, after)
    for group, held in grouped(changes).items():
        if held:
            title = GROUP_TITLES[group]
            yield Heading(2, title)
            yield Table(_COLUMNS, rows.rows(held), title)
