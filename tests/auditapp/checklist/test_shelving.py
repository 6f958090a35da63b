# SPDX-License-Identifier: MPL-2.0
"""Load checklists for good, put versions in use and withdraw them."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp.checklist.beside import Beside
from auditapp.errors import (
    ChecklistInvalidError,
    ChecklistNotFoundError,
    ChecklistRefusedError,
    ChoiceNeededError,
    OrganisationFileError,
)
from auditapp.fingerprints import grouped
from auditapp.model.edits import Author
from auditapp.model.trust import TrustState
from tests.auditapp.checklist.desk import BY, KEY, OTHER_KEY

ID = "halden-visits"


def test_a_signed_checklist_is_in_use_at_once(desk):
    """No question is asked when the organisation knows the key."""
    desk.trust()
    file = desk.file("1.0", KEY)
    added = desk.add(file)
    assert TrustState.KNOWN_KEY is added.header.verdict.state
    assert added.is_in_use
    loaded = desk.library.load(ID)
    assert (file.data, file.sha256) == (loaded.data, loaded.sha256)
    assert "Halden Council" == loaded.verdict.signer


def test_it_is_still_there_after_a_restart(desk):
    """With bytes and signature untouched."""
    desk.trust()
    file = desk.file("1.0", KEY)
    desk.add(file)
    desk.open()
    (entry,) = desk.library.shelved()
    assert (file.data, file.signature) == (entry.file.data, entry.file.signature)
    assert ("R. Okafor", BY.now) == (entry.record.added.by, entry.record.added.at)


def test_an_unsigned_checklist_wants_a_choice(desk):
    """The sentence names the file, its hash and the publisher as claimed; nothing is kept."""
    file = desk.file("1.0")
    with pytest.raises(ChoiceNeededError) as caught:
        desk.add(file)
    told = str(caught.value)
    assert told.startswith(f"halden-visits.yaml (SHA-256 {grouped(file.sha256)}): It is unsigned")
    assert "It names Halden Council as its publisher, which anybody could have written." in told
    assert () == desk.library.shelved()


def test_a_checklist_without_a_publisher_says_so(desk):
    """The choice is made knowing that."""
    file = desk.file("1.0")
    nameless = replace(file, data=file.data.replace(b"publisher: {name: Halden Council}\n", b""))
    with pytest.raises(ChoiceNeededError, match="does not name its publisher"):
        desk.add(nameless)


@pytest.mark.parametrize("key", [None, OTHER_KEY], ids=["unsigned", "unknown key"])
def test_the_choice_is_kept(desk, key):
    """Who made it, and when; it is not asked again for the same bytes."""
    file = desk.file("1.0", key)
    desk.add(file, accept_unsigned=True)
    desk.open()
    (entry,) = desk.library.shelved()
    assert ("R. Okafor", BY.now) == (entry.record.accepted.by, entry.record.accepted.at)
    assert entry.may_be_used
    later = Author("A. Later", BY.now + dt.timedelta(days=1))
    desk.shelving.add(file, later)
    assert entry.record == desk.library.shelved()[0].record


def test_the_choice_is_asked_again_after_a_change(desk):
    """It holds for the bytes that were chosen and no others, be it a blank at the end."""
    desk.add(desk.file("1.0"), accept_unsigned=True)
    changed = desk.file("1.1")
    with pytest.raises(ChoiceNeededError):
        desk.add(changed)


def test_no_choice_is_kept_for_a_signed_checklist(desk):
    """So that it is asked if the key is not trusted any more."""
    desk.trust()
    desk.add(desk.file("1.0", KEY), accept_unsigned=True)
    desk.organisation.unlink()
    desk.library.refresh()
    (entry,) = desk.library.shelved()
    assert entry.record.accepted is None
    assert "Load it again to decide about it." in entry.why_not
    assert {} == desk.in_use()
    assert [f"The checklist halden-visits 1.0 is not offered. {entry.why_not}"] == (
        desk.library.problems()
    )


@pytest.mark.parametrize("accept", [True, False])
def test_a_wrong_signature_never_loads(desk, accept):
    """Whatever anybody chooses."""
    desk.trust()
    file = desk.file("1.0", KEY)
    with pytest.raises(ChecklistRefusedError, match="something in it was changed") as caught:
        desk.add(replace(file, data=file.data + b"\n"), accept_unsigned=accept)
    assert not isinstance(caught.value, ChoiceNeededError)
    assert () == desk.library.shelved()


def test_a_revoked_key_never_loads(desk):
    """Whatever anybody chooses."""
    desk.trust(revoked=[KEY.public.name])
    with pytest.raises(ChecklistRefusedError, match="has revoked"):
        desk.add(desk.file("1.0", KEY), accept_unsigned=True)


def test_a_key_that_is_revoked_later_takes_its_checklists_along(desk):
    """They are not offered any more, and loading one whose header was read before is refused."""
    desk.trust()
    desk.add(desk.file("1.0", KEY))
    desk.library.headers()
    desk.trust(revoked=[KEY.public.name])
    with pytest.raises(ChecklistRefusedError, match="has revoked"):
        desk.library.load(ID)
    desk.library.refresh()
    with pytest.raises(ChecklistNotFoundError):
        desk.library.load(ID)


def test_leaving_a_revoked_signature_out_does_not_help(desk):
    """The shelf remembers that these bytes were signed with it."""
    desk.trust()
    file = desk.file("1.0", KEY)
    desk.add(file)
    desk.trust(revoked=[KEY.public.name])
    for signature in (None, desk.file("1.0", OTHER_KEY).signature):
        with pytest.raises(ChecklistRefusedError, match="has revoked"):
            desk.add(replace(file, signature=signature), accept_unsigned=True)


def test_a_new_signature_puts_a_revoked_one_right(desk):
    """The publisher signs the same bytes with a new key."""
    desk.trust()
    file = desk.file("1.0", KEY)
    desk.add(file)
    desk.trust(key=OTHER_KEY.public.line, revoked=[KEY.public.name])
    desk.add(desk.file("1.0", OTHER_KEY))
    assert OTHER_KEY.public.name == desk.library.load(ID).verdict.key_id


def test_a_good_signature_stays_when_the_file_comes_again_without(desk):
    """Loading it twice makes nothing worse."""
    desk.trust()
    file = desk.file("1.0", KEY)
    desk.add(file)
    desk.add(replace(file, signature=None))
    assert TrustState.KNOWN_KEY is desk.library.load(ID).verdict.state


def test_a_signature_that_comes_later_is_kept(desk):
    """First it was unsigned and somebody chose to load it; then its publisher signed it."""
    file = desk.file("1.0", KEY)
    desk.add(replace(file, signature=None), accept_unsigned=True)
    desk.trust()
    desk.add(file)
    assert TrustState.KNOWN_KEY is desk.library.load(ID).verdict.state


def test_the_last_day_of_a_key_counts_when_it_is_loaded(desk):
    """What was loaded in time stays; what comes later counts as unsigned."""
    desk.trust(until=BY.now.date().isoformat())
    desk.add(desk.file("1.0", KEY))
    late = Author("R. Okafor", BY.now + dt.timedelta(days=2))
    desk.shelving.add(desk.file("1.0", KEY), late)
    with pytest.raises(ChoiceNeededError, match="only until 2026-11-22"):
        desk.shelving.add(desk.file("1.1", KEY), late)
    assert {ID: "1.0"} == desk.in_use()


@pytest.mark.parametrize("where", ["shelf", "shipped"])
def test_the_same_version_with_other_bytes_is_refused(desk, where):
    """Both hashes are told, so that people can find out which is the right one."""
    first, second = desk.file("1.0"), desk.file("1.0", title="Other visits")
    if where == "shipped":
        desk.ship(first)
    else:
        desk.add(first, accept_unsigned=True)
    with pytest.raises(ChecklistRefusedError) as caught:
        desk.add(second, accept_unsigned=True)
    assert (
        f"here is {grouped(first.sha256)}; that of halden-visits.yaml is {grouped(second.sha256)}."
        in str(caught.value)
    )
    assert "a new version" in caught.value.remedy
    assert first.sha256 == desk.library.load(ID).sha256


def test_what_came_with_the_program_need_not_be_loaded(desk):
    """The same bytes are there already, and nothing is asked or kept."""
    file = desk.file("1.0")
    desk.ship(file)
    added = desk.add(file)
    assert TrustState.SHIPPED is added.header.verdict.state
    assert added.is_in_use
    assert () == desk.library.shelved()


def test_a_checklist_with_faults_is_refused_first(desk):
    """A signature says who, not whether it is right."""
    desk.trust()
    data = desk.file().data.replace(b"kind: text", b"kind: txt")
    with pytest.raises(ChecklistInvalidError):
        desk.add(replace(desk.file(), data=data), accept_unsigned=True)


def test_the_rules_that_it_names_are_looked_up(desk):
    """A rule that does not exist would break the audits on it."""
    data = desk.file().data.replace(
        b"kind: text, ", b"kind: date, timescale: {rule: nonsense, reason_for_late: optional}, "
    )
    with pytest.raises(ChecklistInvalidError):
        desk.add(replace(desk.file(), data=data), accept_unsigned=True, beside=Beside(rules={}))


def test_a_faulty_file_of_the_organisation_stops_loading(desk):
    """Nobody knows then which keys are revoked."""
    desk.add(desk.file("1.0"), accept_unsigned=True)
    desk.organisation.write_bytes(b"nonsense")
    with pytest.raises(OrganisationFileError):
        desk.add(desk.file("1.1", KEY))
    desk.library.refresh()
    assert {} == desk.in_use()
    (problem,) = desk.library.problems()
    assert "The file of your organisation, organisation.yaml, cannot be used." in problem
