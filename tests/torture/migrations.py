# SPDX-License-Identifier: MPL-2.0
"""Kill the program while it brings the audits of an earlier version to the form of today.

No audit is saved in the new form before there is a whole backup of all of them in the old one.
"""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from auditapp.backups import Backup
from auditapp.errors import AuditAppError
from auditapp.model.audit import Audit
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, Edit, change_overall
from auditapp.model.tables import apply
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.auditapp.store.freeze import OLD_FILES
from tests.making import PASSPHRASE, WEAK, Clock
from tests.torture.dying import Say, die_at, run_whole

OLD = ("version_1_audits", "version_2_audits", "version_2_whole")
MOST_KILLS = 3
"""So often one workspace is killed at most before it is looked at."""

WORDS = "Seen before the end."

Said = dict[str, Audit]
"""What each audit says, by its case reference."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """Hold a workspace of an earlier version, its audits sealed and read, and the calls it costs.

    ``calls`` is how many calls to the system a process makes that opens it and writes in it.
    """

    home: Path
    files: dict[str, bytes]
    said: Said
    calls: int


def migrations(folder: Path, rounds: int, seed: int = 0) -> Iterator[tuple[bool, list[str]]]:
    """Yield, for each kill, whether a backup had been made by then, and what is wrong, in words.

    Args:
        folder: An empty folder to work in.
        rounds: How many kills there are.
        seed: What the random choices go by.
    """
    chance = random.Random(seed)
    frozen = cache(partial(_frozen, folder))
    left = rounds
    while left > 0:
        old = frozen(chance.choice(OLD))
        home = shutil.copytree(old.home, folder / "tried")
        written: list[str] = []
        kills = min(left, chance.randint(1, MOST_KILLS))
        for number in range(1, kills + 1):
            written += die_at(partial(_migrate, home), chance.randrange(old.calls))
            has_backup, wrong = bool(_backups(home)), _saved_too_early(home, old)
            if number == kills:
                wrong += _losses(home, old, written)
            yield has_backup, wrong
        left -= kills
        shutil.rmtree(home)


def _frozen(folder: Path, name: str) -> Frozen:
    """Return an old workspace; what it says is read from a copy, and the calls are counted."""
    source = OLD_FILES / name
    copy = shutil.copytree(source, folder / f"read-{name}")
    with closing(_unlock(copy)) as workspace:
        said = _read(workspace)
    copy = shutil.copytree(source, folder / name)
    calls, _written = run_whole(partial(_migrate, copy))
    return Frozen(source, _sealed(source), said, calls)


def _unlock(home: Path) -> Workspace:
    return Workspace.unlock(find_paths(home), PASSPHRASE, strength=WEAK, clock=Clock())


def _migrate(home: Path, say: Say) -> None:
    """Open the workspace and change each draft, which puts it into the form of today."""
    with closing(_unlock(home)) as workspace:
        for row in sorted(workspace.audits(), key=lambda row: row.case_reference):
            audit = workspace.open_audit(row.id)
            if audit.is_draft:
                workspace.commit(row.id, _edit(audit))
                say(row.case_reference)
            workspace.close_audit(row.id)


def _edit(audit: Audit) -> Edit:
    overall = audit.overall.model_copy(update={"strengths": WORDS})
    return change_overall(overall, Author("R. Okafor", Clock().now))


def _read(workspace: Workspace) -> Said:
    """Return what each audit says.

    Raises:
        AssertionError: A history, or what was signed, is not what was written.
        StoreError: One does not open.
    """
    said = {row.case_reference: workspace.open_audit(row.id) for row in workspace.audits()}
    for audit in said.values():
        assert first_fault(workspace.history(audit.id)) is None
        assert [] == list(workspace.signing_faults(audit.id))
    return said


def _saved_too_early(home: Path, old: Frozen) -> list[str]:
    """Return what is wrong if an audit was saved and there is no backup of what it was before."""
    if _sealed(home) == old.files or any(_holds(each, old) for each in _backups(home)):
        return []
    return ["an audit was saved in the form of today, and there is no backup from before"]


def _losses(home: Path, old: Frozen, written: list[str]) -> list[str]:
    """Return what is not as it must be once the workspace was opened again."""
    try:
        with closing(_unlock(home)) as workspace:
            found, wrong = _read(workspace), list(workspace.problems)
    except (AuditAppError, AssertionError) as error:
        return [f"does not open as it was: {error!r}"]
    for name, audit in old.said.items():
        states = [] if name in written else [audit]
        if found.get(name) not in [*states, apply(audit, _edit(audit).puts)]:
            wrong.append(f"{name} is not as it was")
    if found.keys() != old.said.keys():
        wrong.append(f"there are {sorted(found)}")
    if not any(_holds(each, old) for each in _backups(home)):
        wrong.append("there is no backup from before")
    return [*wrong, *(f"{path.name} is left over" for path in home.rglob("*.tmp"))]


def _backups(home: Path) -> list[Path]:
    return sorted(find_paths(home).backups.glob("*.zip"))


def _holds(path: Path, old: Frozen) -> bool:
    """Tell whether a backup is whole and holds every audit as the earlier version sealed it."""
    contents = path.read_bytes()
    is_whole = not Backup.open(find_paths(old.home), path, PASSPHRASE).check().faults
    return is_whole and all(each in contents for each in old.files.values())


def _sealed(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "store/audits").glob("*.seal")}
