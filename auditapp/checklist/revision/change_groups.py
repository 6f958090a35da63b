# SPDX-License-Identifier: MPL-2.0
"""Group the changes between two versions of a checklist, as window and paper show them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.i18n import _


class ChangeGroup(StrEnum):
    """Say what a change is about, in the order in which an auditor wants to know."""

    WITHDRAWN = "withdrawn"
    REWORDED = "reworded"
    ADDED = "added"
    MOVED = "moved"
    RENAMED = "renamed"
    ANSWERS = "answers"
    SCALES = "scales"
    CONDITIONS = "conditions"
    CAPS = "caps"
    GUIDANCE = "guidance"
    HEAD = "head"


GROUP_TITLES: Final[Mapping[ChangeGroup, str]] = {
    ChangeGroup.WITHDRAWN: _("No longer asked"),
    ChangeGroup.REWORDED: _("Reworded"),
    ChangeGroup.ADDED: _("New"),
    ChangeGroup.MOVED: _("Moved"),
    ChangeGroup.RENAMED: _("Renamed, divided or put together"),
    ChangeGroup.ANSWERS: _("Answers and limits"),
    ChangeGroup.SCALES: _("Scales"),
    ChangeGroup.CONDITIONS: _("When and how it is asked"),
    ChangeGroup.CAPS: _("Caps and weights"),
    ChangeGroup.GUIDANCE: _("Hints, guidance and sources"),
    ChangeGroup.HEAD: _("The checklist as a whole"),
}
KINDS_OF: Final[Mapping[ChangeGroup, tuple[ChangeKind, ...]]] = {
    ChangeGroup.WITHDRAWN: (
        ChangeKind.RETIRED, ChangeKind.VANISHED, ChangeKind.SECTION_WITHDRAWN,
    ),
    ChangeGroup.REWORDED: (
        ChangeKind.REWORDED, ChangeKind.MEANING, ChangeKind.SECTION_RENAMED,
    ),
    ChangeGroup.ADDED: (ChangeKind.ADDED, ChangeKind.RETURNED, ChangeKind.SECTION_ADDED),
    ChangeGroup.MOVED: (ChangeKind.MOVED, ChangeKind.SECTION_MOVED),
    ChangeGroup.RENAMED: (ChangeKind.RENAMED, ChangeKind.SPLIT, ChangeKind.MERGED),
    ChangeGroup.ANSWERS: (
        ChangeKind.KIND, ChangeKind.ANSWER_ADDED, ChangeKind.ANSWER_REMOVED,
        ChangeKind.ANSWER_REWORDED, ChangeKind.ANSWER_RENAMED, ChangeKind.ANSWER_CHANGED,
        ChangeKind.NOT_APPLICABLE, ChangeKind.LIMITS,
    ),
    ChangeGroup.SCALES: (ChangeKind.SCALE,),
    ChangeGroup.CONDITIONS: (
        ChangeKind.CONDITION, ChangeKind.REQUIRED, ChangeKind.RULES, ChangeKind.CAUSE,
        ChangeKind.TIMESCALE, ChangeKind.SECTION_CHANGED,
    ),
    ChangeGroup.CAPS: (
        ChangeKind.CAP_ADDED, ChangeKind.CAP_CHANGED, ChangeKind.CAP_REMOVED,
        ChangeKind.CRITICAL, ChangeKind.WEIGHT, ChangeKind.COUNTS,
    ),
    ChangeGroup.GUIDANCE: (ChangeKind.HINT, ChangeKind.GUIDANCE, ChangeKind.SOURCES),
    ChangeGroup.HEAD: (ChangeKind.HEAD,),
}  # fmt: skip
GROUP_OF: Final = {kind: group for group, kinds in KINDS_OF.items() for kind in kinds}


def grouped(changes: Iterable[ChecklistChange]) -> dict[ChangeGroup, list[ChecklistChange]]:
    """Return the changes of each group, in their order; every group is there."""
    groups: dict[ChangeGroup, list[ChecklistChange]] = {group: [] for group in ChangeGroup}
    for change in changes:
        groups[GROUP_OF[change.kind]].append(change)
    return groups
