# SPDX-License-Identifier: MPL-2.0
"""Work in what belongs to no single audit, and read it back: the registers and the rounds."""

import hashlib
import random
from collections.abc import Iterator, Sequence

from auditapp.errors import LedgerDamagedError
from auditapp.insight.sampling import list_digest
from auditapp.model.case_listed import CaseListed, ListRead
from auditapp.model.edits import Author
from auditapp.model.ids import CaseReference, RoundId
from auditapp.model.ledger import LedgerEntry, ledger_fault
from auditapp.model.register import ActivityKind, QualityActivity
from auditapp.model.round import RoundAbout
from auditapp.model.round_edits import change_about, put_list
from auditapp.workspace import Workspace
from tests.torture.ledger import REGISTERS, ROUNDS, Deed, Kept

LONGEST_NOTE = 3000
REGISTER_SHARE, CHANGED_SHARE = 0.45, 0.3
MOST_ROUNDS, MOST_CASES = 3, 12
LIST = "{name} list"
"""The key under which a round's list counts."""


def next_aside(workspace: Workspace, chance: random.Random, prefix: str, number: int) -> Deed:
    """Choose what to do next in the registers, or in the rounds."""
    choose = _next_in_registers if chance.random() < REGISTER_SHARE else _next_in_rounds
    return choose(workspace, chance, prefix, number)


def do_aside(workspace: Workspace, deed: Deed, by: Author) -> None:
    """Do it. What it raises is what the workspace raises."""
    do = _do_in_registers if deed.reference == REGISTERS else _do_in_rounds
    do(workspace, deed, by)


def _next_in_registers(
    workspace: Workspace, chance: random.Random, prefix: str, number: int
) -> Deed:
    """Choose an entry to add or change."""
    known = sorted(each.source for each in workspace.quality_activities().values())
    key = f"{prefix}-{number}"
    if known and chance.random() < CHANGED_SHARE:
        key = chance.choice(known)
    text = f"{prefix} {number} " + "found " * chance.randrange(LONGEST_NOTE // 6)
    return Deed("register", REGISTERS, key, text)


def _next_in_rounds(workspace: Workspace, chance: random.Random, prefix: str, number: int) -> Deed:
    """Choose a round to begin, to describe, to give a list, or to erase a case from."""
    known = {each.name: each.id for each in workspace.rounds()}
    text = f"{prefix} {number}"
    if not known or (len(known) < MOST_ROUNDS and chance.random() < CHANGED_SHARE):
        return Deed("round", ROUNDS, f"R-{prefix}-{number}", text)
    name = chance.choice(sorted(known))
    listed = sorted(workspace.round(known[name]).cases)
    what = chance.choice(("round", "list", "list", *(["erase"] * 2 if listed else [])))
    if what == "round":
        return Deed(what, ROUNDS, name, text)
    if what == "list":
        cases = (f"HX-{prefix}-{number}-{at}" for at in range(chance.randint(1, MOST_CASES)))
        return Deed(what, ROUNDS, LIST.format(name=name), " ".join(sorted(cases)))
    listed.remove(chance.choice(listed))
    return Deed(what, ROUNDS, LIST.format(name=name), " ".join(listed))


def _do_in_registers(workspace: Workspace, deed: Deed, by: Author) -> None:
    """Add an entry to the registers, or change the one that has this key."""
    entry = QualityActivity(
        author=by.name,
        created_at=by.now,
        kind=ActivityKind.OBSERVATION,
        held_on=by.now.date(),
        found=deed.text,
        source=deed.key,
    )
    known = workspace.quality_activities().items()
    entry_id = next((key for key, each in known if each.source == deed.key), None)
    if entry_id is None:
        workspace.add_to_register(entry, by)
    else:
        workspace.change_in_register(entry_id, entry, by)


def _do_in_rounds(workspace: Workspace, deed: Deed, by: Author) -> None:
    """Begin a round, describe it anew, give it a list, or erase a case from it."""
    known = {each.name: each.id for each in workspace.rounds()}
    if deed.what == "round" and deed.key not in known:
        day = by.now.date()
        about = RoundAbout(
            name=deed.key, purpose=deed.text, first=day, last=day,
            created_at=by.now, created_by=by.name,
        )  # fmt: skip
        workspace.start_round(about, by)
    elif deed.what == "round":
        workspace.edit_round(
            known[deed.key],
            lambda whole: change_about(
                whole, whole.about.model_copy(update={"purpose": deed.text}), by
            ),
        )
    elif deed.what == "list":
        _give_list(workspace, known[_round_of(deed)], deed.text, by)
    else:
        _erase(workspace, known[_round_of(deed)], deed.text, by)


def _round_of(deed: Deed) -> str:
    return deed.key.removesuffix(LIST.format(name=""))


def _give_list(workspace: Workspace, round_id: RoundId, text: str, by: Author) -> None:
    cases = {CaseReference(each): CaseListed(team=f"Team of {each}") for each in text.split()}
    listed = ListRead(
        kind="pasted",
        columns=(),
        cases=len(cases),
        sha256=list_digest(cases),
        by=by.name,
        at=by.now,
    )
    workspace.edit_round(round_id, lambda whole: put_list(whole, listed, cases, by))


def _erase(workspace: Workspace, round_id: RoundId, left: str, by: Author) -> None:
    """Erase the one case that is not to be left; the reason tells by a digest which it was."""
    for case in set(workspace.round(round_id).cases) - set(left.split()):
        workspace.erase_case(round_id, case, _digest(case), by)


def _digest(case: str) -> str:
    return hashlib.sha256(case.encode()).hexdigest()


def read_registers(workspace: Workspace) -> Kept:
    """Return what the registers say, each entry under its source.

    Raises:
        AssertionError: Their history is not what was written, or does not fit.
        StoreError: They do not open.
    """
    entries = workspace.quality_activities()
    history = workspace.register_history()
    assert ledger_fault(history) is None, "the history of the registers is not what was written"
    added = [line for line in history if line.what == "added"]
    assert len(entries) == len(added), "an entry and its line of history are not both there"
    return Kept(notes={each.source: each.found for each in entries.values()})


def read_rounds(workspace: Workspace) -> Kept:
    """Return what the rounds say: of each its purpose under its name, and its list.

    Raises:
        AssertionError: A history is not what was written, or still names what was erased.
        LedgerDamagedError: One does not open.
    """
    notes: dict[str, str] = {}
    if workspace.unread_rounds():
        raise LedgerDamagedError("A round cannot be read.")
    for each in workspace.rounds():
        whole, history = workspace.round(each.id), workspace.round_history(each.id)
        assert ledger_fault(history) is None, "the history of a round is not what was written"
        erased = {row.reason for row in whole.erased.values()}
        named = {_digest(case) for case in (*whole.cases, *_ever_listed(history))}
        assert not erased & named, "a case that was erased is still named"
        notes[each.name] = whole.about.purpose
        if whole.listed is not None:
            notes[LIST.format(name=each.name)] = " ".join(sorted(whole.cases))
    return Kept(notes=notes)


def _ever_listed(history: Sequence[LedgerEntry]) -> Iterator[str]:
    changes = (change for line in history for change in line.changes)
    return (change.key for change in changes if change.table == "cases")
