# SPDX-License-Identifier: MPL-2.0
"""What is read of audits or registers to be listed, and how the list calls it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from auditapp.model.ids import AuditId
from auditapp.workspace import Workspace
from ui.registers.listed_row import ListedRow
from ui.rows.row import Column
from ui.walkthrough.steps import Step


@dataclass(frozen=True, slots=True)
class ReadLine:
    """Hold one line and what it is found by.

    Args:
        listed: what the list shows.
        searched: what is searched of it, without capitals: thousands are searched at each key.
        team: the team, empty for none.
        states: the values of the list of states that it counts among.
        audit: the audit that it leads to, if it does.
        step: where in that.
    """

    listed: ListedRow
    searched: str
    team: str = ""
    states: frozenset[str] = frozenset()
    audit: AuditId | None = None
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class ReadKind:
    """Describe a list.

    Args:
        name: what is in it.
        icon: the icon where there is nothing.
        nothing: what is said there.
        how: how something gets there.
        words: the title over the words of its lines.
        columns: the columns beside them.
        states: values and words to choose lines by, the usual one first; "" takes all.
        read: reads the lines; called in a thread.
        add: the words of the button that adds one, or leads to one; empty where there is none.
        add_icon: the icon of that button.
        has_teams: whether the lines are of teams.
        reads_audits: whether all audits are read for it, which may take long the first time.
    """

    name: str
    icon: str
    nothing: str
    how: str
    words: str
    columns: Sequence[Column]
    states: Sequence[tuple[str, str]]
    read: Callable[[Workspace], list[ReadLine]]
    add: str = ""
    add_icon: str = "plus"
    has_teams: bool = True
    reads_audits: bool = True
