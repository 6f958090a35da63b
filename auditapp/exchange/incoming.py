# SPDX-License-Identifier: MPL-2.0
"""Hold a package that was opened, and say what it would do before anything is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from auditapp.exchange.contents import Package
from auditapp.i18n import _, ngettext
from auditapp.model.difference import Version, difference_key
from auditapp.model.exchange import Choice, Outcome
from auditapp.model.ids import AuditId
from auditapp.model.labels import label

NO_CHOICES: Final[Mapping[AuditId, Choice]] = MappingProxyType({})
"""What is chosen where nobody was asked: everything that needs a choice is left as it is."""


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """Say what an audit of a package would do here.

    Args:
        id: the id that the package names; of a blind copy that of the first audit.
        here: the id that it has here, or would have.
        reference: the case reference.
        outcome: how it stands to what is here.
        taken: how many rows would say something else.
        differences: how many of them a person would have to settle.
        choices: what a person may choose, besides leaving things as they are.
        has_own: a draft that is here holds something that would go out of sight.
    """

    id: AuditId
    here: AuditId
    reference: str
    outcome: Outcome
    taken: int = 0
    differences: int = 0
    choices: frozenset[Choice] = frozenset()
    has_own: bool = False

    @property
    def words(self) -> str:
        """Return in a sentence what would be done."""
        words = label(self.outcome)
        if self.outcome is Outcome.SIGNED_THERE:
            own = _("with work of its own") if self.has_own else _("with nothing of its own")
            return f"{words} {own}"
        if self.outcome not in (Outcome.MERGE, Outcome.FOLLOWED_UP):
            return words
        settled = ngettext(
            "{count} difference to settle", "{count} differences to settle", self.differences
        ).format(count=self.differences)
        changed = ngettext("{count} line changes", "{count} lines change", self.taken)
        return f"{words}; {changed.format(count=self.taken)}, {settled}"


@dataclass(frozen=True, slots=True)
class IncomingPackage:
    """Hold what a package says, in memory only.

    Args:
        package: its contents.
        id: the SHA-256 of its contents.
        digest: the SHA-256 of the file.
        plans: what each audit in it would do here, as things stood when it was opened.
        is_own: this workspace made it.
    """

    package: Package
    id: str
    digest: str
    plans: tuple[AuditPlan, ...]
    is_own: bool

    @property
    def words(self) -> str:
        """Return who made it and what for."""
        words = _("Own package: {purpose}.") if self.is_own else _("From {sender}: {purpose}.")
        purpose = label(self.package.purpose).lower()
        return words.format(sender=self.package.sender.name, purpose=purpose)

    def record(self) -> dict[str, object]:
        """Return what it would do as plain data, without a word of a case but its reference."""
        return {
            "package": self.id,
            "file_sha256": self.digest,
            "purpose": self.package.purpose.value,
            "made_at": self.package.made_at.isoformat(),
            "sender": self.package.sender.model_dump(),
            "own": self.is_own,
            "audits": [
                {
                    "id": plan.here,
                    "reference": plan.reference,
                    "outcome": plan.outcome.value,
                    "lines": plan.taken,
                    "differences": plan.differences,
                    "choices": sorted(plan.choices),
                    "has_own": plan.has_own,
                }
                for plan in self.plans
            ],
        }


@dataclass(frozen=True, slots=True)
class RowVersions:
    """Hold every version of one row that a person has to settle; the one that is shown is first."""

    table: str
    key: str
    versions: tuple[Version, ...]

    @property
    def name(self) -> str:
        """Return what the row is called where people type."""
        return difference_key(self.table, self.key)


@dataclass(frozen=True, slots=True)
class AuditDone:
    """Say what was done with an audit of a package.

    ``choice`` is what a person had chosen. ``set_aside`` is the id under which a draft stays as an
    audit of its own, None where there is none. ``why_left`` says in a sentence why nothing was done
    that should have been: it was stopped, or could not be written; empty otherwise.
    """

    plan: AuditPlan
    choice: Choice = Choice.LEAVE
    is_changed: bool = False
    set_aside: AuditId | None = None
    why_left: str = ""


@dataclass(frozen=True, slots=True)
class SavedPackage:
    """Hold what a person needs who sends a package: the code, which is shown this once.

    ``id`` is that of its contents, ``digest`` the SHA-256 of the file.
    """

    code: str
    id: str
    digest: str
