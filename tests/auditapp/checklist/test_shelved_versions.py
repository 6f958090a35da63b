# SPDX-License-Identifier: MPL-2.0
"""Test which of the loaded versions of a checklist is in use."""

import pytest

from auditapp.errors import (
    ChecklistNotFoundError,
    NotAllowedError,
)
from auditapp.model.trust import TrustState
from tests.auditapp.checklist.desk import BY

ID = "halden-visits"


def test_a_later_version_takes_over(desk):
    """Shipped or loaded, 1.10 comes after 1.9."""
    desk.ship(desk.file("1.9"))
    added = desk.add(desk.file("1.10"), accept_unsigned=True)
    assert added.is_in_use
    assert "" == added.header.verdict.warning
    assert {ID: "1.10"} == desk.in_use()


def test_an_older_version_stays_out_of_use(desk):
    """It loads with a warning, and takes nobody back."""
    desk.ship(desk.file("1.10"))
    added = desk.add(desk.file("1.9"), accept_unsigned=True)
    assert not added.is_in_use
    assert "Version 1.9 is older than version 1.10" in added.header.verdict.warning
    assert {ID: "1.10"} == desk.in_use()


def test_a_person_can_go_back(desk):
    """The warning stays for as long as the older version is in use."""
    desk.ship(desk.file("1.9"))
    desk.add(desk.file("1.10"), accept_unsigned=True)
    header = desk.shelving.use(ID, "1.9", BY)
    assert ("1.9", TrustState.SHIPPED) == (header.version, header.verdict.state)
    assert "older than version 1.10" in header.verdict.warning
    desk.open()
    assert {ID: "1.9"} == desk.in_use()
    assert "1.9" == desk.library.load(ID).checklist.version
    assert "" == desk.shelving.use(ID, "1.10", BY).verdict.warning


def test_a_choice_holds_when_another_version_is_loaded(desk):
    """Nothing that a person chose is changed silently."""
    desk.ship(desk.file("1.0"))
    desk.shelving.use(ID, "1.0", BY)
    added = desk.add(desk.file("2.0"), accept_unsigned=True)
    assert not added.is_in_use
    assert "1.0" == added.in_use.version


def test_only_what_may_be_used_can_be_put_in_use(desk):
    """A version that is nowhere cannot."""
    with pytest.raises(ChecklistNotFoundError):
        desk.shelving.use(ID, "1.0", BY)


def test_a_withdrawn_version_is_not_used(desk):
    """The one before it takes its place, with the warning; who withdrew it and why is kept."""
    desk.ship(desk.file("1.0"))
    desk.add(desk.file("2.0"), accept_unsigned=True)
    desk.shelving.use(ID, "2.0", BY)
    desk.shelving.withdraw(ID, "2.0", BY, " Question 3 was wrong. ")
    assert {ID: "1.0"} == desk.in_use()
    (header,) = desk.library.in_use()
    assert "older than version 2.0" in header.verdict.warning
    (entry,) = desk.library.shelved()
    assert ("R. Okafor", "Question 3 was wrong.") == (
        entry.record.withdrawn.by,
        entry.record.withdrawn.reason,
    )
    assert [] == desk.library.problems()
    with pytest.raises(ChecklistNotFoundError):
        desk.library.find(ID, "2.0")


def test_the_first_withdrawal_stands(desk):
    """Its reason is not overwritten by another."""
    desk.add(desk.file("2.0"), accept_unsigned=True)
    desk.shelving.withdraw(ID, "2.0", BY, "First.")
    desk.shelving.withdraw(ID, "2.0", BY, "Second.")
    (entry,) = desk.library.shelved()
    assert "First." == entry.record.withdrawn.reason


def test_loading_a_withdrawn_version_again_brings_it_back(desk):
    """That is how a withdrawal is undone."""
    desk.add(desk.file("2.0"), accept_unsigned=True)
    desk.shelving.withdraw(ID, "2.0", BY, "By mistake.")
    desk.add(desk.file("2.0"))
    assert {ID: "2.0"} == desk.in_use()


def test_a_withdrawal_needs_a_reason_and_a_loaded_version(desk):
    """What came with the program is not the person's to withdraw."""
    desk.ship(desk.file("1.0"))
    desk.add(desk.file("2.0"), accept_unsigned=True)
    with pytest.raises(NotAllowedError, match="needs a reason"):
        desk.shelving.withdraw(ID, "2.0", BY, " ")
    with pytest.raises(NotAllowedError, match="came with the program"):
        desk.shelving.withdraw(ID, "1.0", BY, "Why not?")
    with pytest.raises(ChecklistNotFoundError):
        desk.shelving.withdraw(ID, "3.0", BY, "Why not?")


def test_a_program_that_ships_a_loaded_checklist_does_no_harm(desk):
    """From then on it came with the program."""
    file = desk.file("1.0")
    desk.add(file, accept_unsigned=True)
    desk.ship(file)
    assert desk.add(file).is_in_use
    assert TrustState.SHIPPED is desk.library.load(ID).verdict.state


def test_a_program_that_ships_other_bytes_of_a_loaded_version_is_told(desk):
    """The shipped one counts, and the loaded one is reported with both places."""
    desk.add(desk.file("1.0"), accept_unsigned=True)
    desk.ship(desk.file("1.0", title="Other"))
    (broken,) = desk.library.broken()
    assert desk.shelf_folder == broken.path.parent
    assert TrustState.SHIPPED is desk.library.load(ID).verdict.state
