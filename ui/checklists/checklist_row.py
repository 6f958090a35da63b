# SPDX-License-Identifier: MPL-2.0
"""What one line of the list of checklists says, before it is painted."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from auditapp.checklist.faults import Fault
from auditapp.checklist.library import BrokenFile, ChecklistHeader
from auditapp.checklist.models import ChecklistStatus
from auditapp.checklist.overview import ChecklistOverview
from auditapp.i18n import _, ngettext
from auditapp.model.labels import label
from auditapp.searching import searched

_STATUS_WORDS: Final[Mapping[str, str]] = {
    ChecklistStatus.DRAFT: _("Draft"),
    ChecklistStatus.ACTIVE: _("In use"),
    ChecklistStatus.RETIRED: _("Retired"),
}


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """Hold a checklist, or a file that is meant to be one and has no readable header.

    ``overview`` is None until the whole file has been read.
    """

    path: Path
    header: ChecklistHeader | None = None
    overview: ChecklistOverview | None = None
    broken: BrokenFile | None = None

    @property
    def title(self) -> str:
        """The title, or the name of a file that has none."""
        return self.header.title if self.header else self.path.name

    @property
    def purpose(self) -> str:
        """What the checklist is for."""
        return self.header.purpose if self.header else ""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the file, as far as it has been read."""
        if self.broken is not None:
            return self.broken.faults
        return self.overview.faults if self.overview else ()

    @property
    def facts(self) -> str:
        """Version, status, number of questions and children, in a line."""
        return "  ·  ".join(filter(None, (*self._from_header(), *self._from_overview())))

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        facts = (*self._from_header(), *self._from_overview())
        return ". ".join(filter(None, (self.title, *facts, self.purpose)))

    @property
    def searched(self) -> str:
        """Everything that a search looks in."""
        words = self.overview.words if self.overview else ""
        return searched([self.title, self.path.name, self.facts, self.purpose, words])

    def _from_header(self) -> tuple[str, ...]:
        if self.header is None:
            return ()
        version = _("Version {version}").format(version=self.header.version)
        return (version, _STATUS_WORDS.get(self.header.status, self.header.status))

    def _from_overview(self) -> tuple[str, ...]:
        if self.faults:
            count = len(self.faults)
            words = ngettext(
                "Cannot be used: {count} fault", "Cannot be used: {count} faults", count
            )
            return (words.format(count=count),)
        if self.overview is None:
            return ()
        count = self.overview.questions
        questions = ngettext("{count} question", "{count} questions", count).format(count=count)
        children = ", ".join(label(cohort) for cohort in self.overview.cohorts)
        return (questions, children or _("All children"))
