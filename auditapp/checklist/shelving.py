# SPDX-License-Identifier: MPL-2.0
"""Load a checklist from a file for good, put a version in use, and withdraw one."""

import datetime as dt
from dataclasses import dataclass, replace

from auditapp.checklist.beside import NOTHING, Beside
from auditapp.checklist.headers import ChecklistHeader
from auditapp.checklist.library import Library
from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.models import Checklist
from auditapp.checklist.shelf import Shelf, ShelfEntry, local_day
from auditapp.checklist.shelf_records import Deed, ShelfRecord, VersionChoice, Withdrawal
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.checklist.trust.verdict import Verdict, judge
from auditapp.errors import (
    ChecklistRefusedError,
    ChoiceNeededError,
    NotAllowedError,
)
from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.model.edits import Author
from auditapp.model.ids import ChecklistId

Name = tuple[ChecklistId, str]
"""Id and version of a checklist."""


@dataclass(frozen=True, slots=True)
class Added:
    """Say what became of a file: the checklist in it, and the version that is in use now."""

    header: ChecklistHeader
    in_use: ChecklistHeader

    @property
    def is_in_use(self) -> bool:
        """Tell whether new audits are started on the checklist of the file."""
        return self.header.sha256 == self.in_use.sha256


class Shelving:
    """Change what is on the shelf of a library, which is then read anew."""

    def __init__(self, library: Library, shelf: Shelf) -> None:
        self._library = library
        self._shelf = shelf

    def add(
        self,
        file: SignedFile,
        by: Author,
        *,
        accept_unsigned: bool = False,
        beside: Beside = NOTHING,
    ) -> Added:
        """Put a checklist on the shelf, if it is sound and to be trusted; durable on return.

        It is in use from then on unless a later version is there, or a person chose another one.
        Loading a withdrawn version again takes the withdrawal back.

        Args:
            file: The checklist with its signature, if it has one.
            by: Who loads it, and when.
            accept_unsigned: The person was told what `ChoiceNeededError` says and wants it all the
                same. The choice is kept, and holds for these bytes only.
            beside: What the checklist may name.

        Raises:
            ChecklistInvalidError: It has faults; they are listed.
            OrganisationFileError: The file of the organisation has faults.
            ChecklistRefusedError: Its signature is wrong or revoked, or the same version is here
                with other contents.
            ChoiceNeededError: Nobody trusted signed it, and nobody chose to load it yet.
            OSError: It could not be written.
        """
        checklist = checked_checklist(file.data, file.name, beside)
        name = (checklist.id, checklist.version)
        self.refuse_other_bytes(name, file)
        if not self._is_shipped(name):
            self._keep(checklist, file, by, accept_unsigned=accept_unsigned)
            self._library.refresh()
        header = self._library.header(*name)
        return Added(self._library.warned(header), self._in_use(checklist.id))

    def verdict(self, name: Name, file: SignedFile, now: dt.datetime) -> Verdict:
        """Judge a file as `add` would at this moment; nothing is changed.

        Raises:
            OrganisationFileError: The file of the organisation has faults.
        """
        if self._is_shipped(name):
            shipped = self._library.header(*name)
            if shipped.sha256 == file.sha256:
                return shipped.verdict
        old = self._shelf.entry(file.sha256)
        return self._judged(name, file, old, old.record.added.at if old else now)[1]

    def choice_needed(
        self, checklist: Checklist, file: SignedFile, verdict: Verdict
    ) -> ChoiceNeededError | None:
        """Return what a person has to know and choose before `add`; None when there is nothing."""
        if not verdict.wants_choice or self._is_shipped((checklist.id, checklist.version)):
            return None
        old = self._shelf.entry(file.sha256)
        is_accepted = old is not None and old.record.accepted is not None
        return None if is_accepted else _choice_needed(checklist, file, verdict)

    def refuse_other_bytes(self, name: Name, file: SignedFile) -> None:
        """Refuse a file when its version is here with other contents.

        Raises:
            ChecklistRefusedError: It is; both SHA-256 are named.
        """
        known = [(each.id, each.version, each.sha256) for each in self._library.headers()]
        known += [(each.id, each.version, each.sha256) for each in self._library.shelved()]
        for *known_name, known_hash in known:
            if tuple(known_name) == name and known_hash != file.sha256:
                message = _(
                    "Version {version} of '{id}' is here already, with other contents. The SHA-256 "
                    "of the one that is here is {here}; that of {file} is {new}."
                )
                raise ChecklistRefusedError(
                    message.format(
                        id=name[0],
                        version=name[1],
                        here=grouped(known_hash),
                        file=file.name,
                        new=grouped(file.sha256),
                    ),
                    _(
                        "Ask whoever publishes it to give the changed checklist a new version. In "
                        "a spreadsheet that stands on the sheet 'settings'."
                    ),
                )

    def use(self, checklist_id: ChecklistId, version: str, by: Author) -> ChecklistHeader:
        """Start new audits on this version from now on; return it, with a warning if it is old.

        Raises:
            ChecklistNotFoundError: It is nowhere, or may not be used.
            OSError: The choice could not be written.
        """
        self._library.header(checklist_id, version)
        choice = VersionChoice(version=version, by=by.name, at=by.now)
        self._shelf.choose(checklist_id, choice)
        self._library.refresh()
        return self._in_use(checklist_id)

    def withdraw(self, checklist_id: ChecklistId, version: str, by: Author, reason: str) -> None:
        """Start no new audit on this version any more; audits that have it keep it.

        Raises:
            ChecklistNotFoundError: It was never loaded.
            NotAllowedError: There is no reason, or it came with the program.
            OSError: It could not be written.
        """
        if not reason.strip():
            raise NotAllowedError(_("A withdrawal needs a reason."), _("Write why."))
        for entry in self._library.shelved():
            if (entry.id, entry.version) == (checklist_id, version):
                if entry.record.withdrawn is None:
                    withdrawal = Withdrawal(by=by.name, at=by.now, reason=reason.strip())
                    self._shelf.withdraw(entry, withdrawal)
                    self._library.refresh()
                return
        self._library.header(checklist_id, version)
        raise NotAllowedError(
            _("This checklist came with the program, so it cannot be withdrawn."),
            _("Put another version in use."),
        )

    def _keep(
        self, checklist: Checklist, file: SignedFile, by: Author, *, accept_unsigned: bool
    ) -> None:
        old = self._shelf.entry(file.sha256)
        added = old.record.added if old is not None else Deed(by=by.name, at=by.now)
        accepted = old.record.accepted if old is not None else None
        file, verdict = self._judged((checklist.id, checklist.version), file, old, added.at)
        refuse_distrusted(file, verdict)
        if verdict.wants_choice and accepted is None:
            if not accept_unsigned:
                raise _choice_needed(checklist, file, verdict)
            accepted = Deed(by=by.name, at=by.now)
        record = ShelfRecord(
            id=checklist.id,
            version=checklist.version,
            name=file.name,
            added=added,
            accepted=accepted,
        )
        self._shelf.keep(file, record)

    def _judged(
        self, name: Name, file: SignedFile, old: ShelfEntry | None, at: dt.datetime
    ) -> tuple[SignedFile, Verdict]:
        """Judge a file; a signature that is here of the same bytes gives way only to a better one.

        So leaving out a signature that was revoked does not make a file an unsigned one.
        """
        day = local_day(at)
        organisation = self._shelf.organisation()
        verdict = judge(file, name, organisation, day)
        kept = old.file.signature if old is not None and old.file is not None else None
        if kept is not None and verdict.wants_choice:
            file = replace(file, signature=kept)
            verdict = judge(file, name, organisation, day)
        return file, verdict

    def _is_shipped(self, name: Name) -> bool:
        on_shelf = any((entry.id, entry.version) == name for entry in self._library.shelved())
        headers = self._library.headers()
        return not on_shelf and any((each.id, each.version) == name for each in headers)

    def _in_use(self, checklist_id: ChecklistId) -> ChecklistHeader:
        return next(each for each in self._library.in_use() if each.id == checklist_id)


def refuse_distrusted(file: SignedFile, verdict: Verdict) -> None:
    """Refuse a file that nobody can choose to load.

    Raises:
        ChecklistRefusedError: Its signature is wrong, or its key was revoked.
    """
    if verdict.never_loads:
        raise ChecklistRefusedError(
            _("{file} cannot be loaded. {reason}").format(file=file.name, reason=verdict.sentence)
        )


def _choice_needed(checklist: Checklist, file: SignedFile, verdict: Verdict) -> ChoiceNeededError:
    publisher = checklist.publisher
    claim = (
        _("It names {publisher} as its publisher, which anybody could have written.").format(
            publisher=publisher.name
        )
        if publisher is not None
        else _("It does not name its publisher.")
    )
    return ChoiceNeededError(
        _("{file} (SHA-256 {sha256}): {verdict} {claim}").format(
            file=file.name, sha256=grouped(file.sha256), verdict=verdict.sentence, claim=claim
        ),
        _("Load it only if you know who made it and have compared the SHA-256 with theirs."),
    )
