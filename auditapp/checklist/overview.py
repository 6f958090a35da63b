# SPDX-License-Identifier: MPL-2.0
"""Say of a checklist what a list of checklists shows beyond its header: that takes its whole file.

A file that has faults has an overview too, which holds them.
"""

from dataclasses import dataclass

from auditapp.checklist.faults import Fault
from auditapp.checklist.library import ChecklistHeader, Library
from auditapp.checklist.local_names import Names
from auditapp.checklist.models import Checklist
from auditapp.checklist.translations import as_read
from auditapp.errors import ChecklistInvalidError
from auditapp.model.front_sheet import Cohort


@dataclass(frozen=True, slots=True)
class ChecklistOverview:
    """Hold how much a checklist asks, of which children, and what is wrong with its file.

    No ``cohorts`` means all children. ``words`` are the titles of its sections and its questions,
    to be searched.
    """

    questions: int = 0
    cohorts: tuple[Cohort, ...] = ()
    words: str = ""
    faults: tuple[Fault, ...] = ()


def read_overview(library: Library, header: ChecklistHeader, names: Names) -> ChecklistOverview:
    """Return the overview of one version of a checklist, the council's own ``names`` put in."""
    try:
        loaded = library.find(header.id, header.version)
    except ChecklistInvalidError as error:
        faults = tuple(each for each in error.faults if isinstance(each, Fault))
        return ChecklistOverview(faults=faults)
    checklist = as_read(loaded.checklist, names)
    asked = [question for question in checklist.questions if not question.retired]
    return ChecklistOverview(len(asked), checklist.cohorts, _words(checklist))


def _words(checklist: Checklist) -> str:
    sections = (section.title for section in checklist.sections)
    return "\n".join((*sections, *(question.text for question in checklist.questions)))
