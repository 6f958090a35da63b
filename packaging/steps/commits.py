# SPDX-License-Identifier: MPL-2.0
"""See that commits are whole, and that the changelog says what people will see of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from steps.tools import run

CHANGELOG = "CHANGELOG.md"
NOBODY_SEES_IT = "Changelog: none"
"""A line of the message of a commit that changes the program and nothing that anybody sees."""

_SEEN = ("auditapp/", "checklists/", "main.py", "ui/")
_UNFINISHED = re.compile(r"(amend|fixup|squash)!|wip\b", re.IGNORECASE)
_BETWEEN, _END = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class Commit:
    """Hold what is judged of a commit."""

    name: str
    message: str
    paths: tuple[str, ...]

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.partition("\n")[0]

    @property
    def is_seen(self) -> bool:
        """Whether it changes the program, and does not say that nobody sees anything of that."""
        said = NOBODY_SEES_IT in (line.strip() for line in self.message.splitlines())
        return not said and any(path.startswith(_SEEN) for path in self.paths)


def commits_since(base: str, folder: Path) -> list[Commit]:
    """Return what was committed in ``folder`` and is not in ``base``, merges left out.

    Raises:
        BuildError: There is no such commit.
    """
    form = f"--format={_END}%h{_BETWEEN}%B{_BETWEEN}"
    told = run("git", "log", "--no-merges", "--name-only", form, f"{base}..HEAD", folder=folder)
    found = []
    for each in told.split(_END)[1:]:
        name, message, paths = each.split(_BETWEEN)
        found.append(Commit(name, message.strip(), tuple(paths.split())))
    return found


def commit_faults(commits: Sequence[Commit]) -> list[str]:
    """Return what is wrong with commits that belong together, each fault in a sentence."""
    faults = [
        f"{each.name} is not finished: {each.subject}. Join it with the commit that it belongs to."
        for each in commits
        if _UNFINISHED.match(each.subject)
    ]
    seen = [each.subject for each in commits if each.is_seen]
    if seen and not any(CHANGELOG in each.paths for each in commits):
        faults.append(
            f"{CHANGELOG} does not say what is different: {'; '.join(seen)}. Where nobody sees "
            f"anything of a commit, its message has a line '{NOBODY_SEES_IT}'."
        )
    return faults
