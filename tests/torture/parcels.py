# SPDX-License-Identifier: MPL-2.0
"""Kill the program at each of its calls to the disk while it sends an audit or brings one in.

Two people have the same audit in stores of their own. One sends; the other brings it in and is
killed before one call after the other, until a run comes to its end. After each death the package
is brought in once more, twice, and by then the audit must say what both have written.
"""

import random
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from auditapp.model.edits import Author, change_answer
from auditapp.model.exchange import Purpose
from auditapp.model.ids import AuditId
from auditapp.model.settling import unsettled
from auditapp.paths import AppPaths
from auditapp.workspace import Workspace
from tests.making import make_front
from tests.torture.dying import Say, die_at, run_whole
from tests.torture.labour import make_paths, make_store, unlocked
from tests.torture.reading import read_kept
from tests.torture.short_checklist import FIRST, SECOND, THIRD

ALL_CALLS = 10_000
"""More calls than any work makes."""


def parcels(
    folder: Path, rounds: int, seed: int = 0, *, deaths: int = ALL_CALLS
) -> Iterator[tuple[str, list[str]]]:
    """Yield, for each death, what was under way and what is wrong afterwards.

    Args:
        folder: An empty folder to work in.
        rounds: How many deaths there are in all.
        seed: What the random choices go by.
        deaths: At so many of its calls, drawn at random, one work is killed; usually at each.
    """
    chance = random.Random(seed)
    number = 0
    while number < rounds:
        place = folder / f"round-{number}"
        sender, reader, audit_id, package, code = _begin(place, chance)
        works = {
            "send": (sender, partial(_send, sender, audit_id, place / "sent.cfaudit")),
            "bring in": (reader, partial(_bring_in, reader, package, code)),
        }
        what, (paths, work) = chance.choice(list(works.items()))
        _back(paths)
        calls, _said = run_whole(work)
        for call in chance.sample(range(calls + 1), min(deaths, calls + 1, rounds - number)):
            _back(paths)
            die_at(work, call)
            yield what, list(_wrong(what, paths, audit_id, package, code))
            number += 1
        shutil.rmtree(place)


def _begin(place: Path, chance: random.Random) -> tuple[AppPaths, AppPaths, AuditId, Path, str]:
    """Give two people one audit, let both go on with it, and let one of them send it."""
    sender, reader = make_paths(place / "sender"), make_paths(place / "reader")
    package = place / "first.cfaudit"
    for each in (sender, reader):
        make_store(each)
    with unlocked(sender) as workspace:
        audit_id = workspace.start_audit(make_front(), ["short"])
        code = workspace.export_package([audit_id], package, Purpose.MERGE).code
    if is_there := chance.random() < 0.7:
        with unlocked(reader) as workspace:
            workspace.import_package(workspace.read_package(package, code))
            _answer(workspace, audit_id, SECOND, "Theirs.")
            _answer(workspace, audit_id, THIRD, "Read.")
    with unlocked(sender) as workspace:
        _answer(workspace, audit_id, FIRST, "Ours.")
        _answer(workspace, audit_id, SECOND, "Ours as well.")
        code = workspace.export_package([audit_id], package, Purpose.MERGE).code
    (place / "is-there").write_text(str(is_there))
    return sender, reader, audit_id, package, code


def _answer(workspace: Workspace, audit_id: AuditId, key: str, note: str) -> None:
    by = Author("R. Okafor", workspace.clock())
    workspace.commit(audit_id, change_answer(workspace.open_audit(audit_id), key, by, note=note))


def _back(paths: AppPaths) -> None:
    """Put the store back as it was at first; the first time, keep a copy of it."""
    kept = paths.home.with_name("kept")
    if kept.exists():
        shutil.rmtree(paths.home)
        shutil.copytree(kept, paths.home)
    else:
        shutil.copytree(paths.home, kept)


def _send(paths: AppPaths, audit_id: AuditId, target: Path, say: Say) -> None:
    with unlocked(paths) as workspace:
        say(workspace.export_package([audit_id], target, Purpose.MERGE).code)


def _bring_in(paths: AppPaths, package: Path, code: str, say: Say) -> None:
    with unlocked(paths) as workspace:
        workspace.import_package(workspace.read_package(package, code))
        say("done")


def _wrong(
    what: str, paths: AppPaths, audit_id: AuditId, package: Path, code: str
) -> Iterator[str]:
    """Say what is not as it should be after a death, and after the work was done again."""
    with unlocked(paths) as workspace:
        if what == "bring in":
            for _again in range(2):
                done = workspace.import_package(workspace.read_package(package, code))
            if done[0].is_changed:
                yield "a second import changed something"
        notes = read_kept(workspace, audit_id).notes
        audit = workspace.open_audit(audit_id)
        is_merged = what == "bring in" and (package.parent / "is-there").read_text() == "True"
        if notes.get(FIRST) != "Ours." or (is_merged and notes.get(THIRD) != "Read."):
            yield f"an answer is lost: {notes}"
        said = {notes.get(SECOND), *(_note(each) for each in audit.differences.values())}
        wanted = {"Ours as well.", "Theirs."} if is_merged else {"Ours as well."}
        if said != wanted or len(unsettled(audit)) != is_merged:
            yield f"a version is lost: {said}"
        if workspace._sessions.get(audit_id).has_broken_merges or workspace.logbook_faults():
            yield "the history is broken"
    if left := [path.name for path in paths.home.rglob("*.tmp")]:
        yield f"left over: {left}"


def _note(difference) -> str:
    (version,) = difference.others
    return version.row["note"]
