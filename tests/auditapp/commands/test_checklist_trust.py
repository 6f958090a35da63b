# SPDX-License-Identifier: MPL-2.0
"""Sign, verify and load checklists from the command line."""

import errno
import json
import os
from dataclasses import replace

import pytest

from auditapp.commands import checklist_trust
from auditapp.commands.conventions import WrongUseError
from auditapp.errors import (
    ChecklistInvalidError,
    ChecklistNotFoundError,
    ChecklistRefusedError,
    ChoiceNeededError,
    OrganisationFileError,
    SaveFailedError,
    SignatureError,
)
from auditapp.fingerprints import grouped
from auditapp.settings import Settings, save
from tests.auditapp.checklist.desk import KEY

NAME = KEY.public.name


@pytest.fixture
def put(tmp_path):
    """Return a function that saves a file and its signature, and gives the path."""

    def put(file, name="halden-visits.yaml"):
        path = tmp_path / name
        path.write_bytes(file.data)
        if file.signature is not None:
            path.with_name(f"{name}.minisig").write_bytes(file.signature)
        return path

    return put


def test_a_publisher_makes_a_key_and_signs(run, desk, put, tmp_path, passphrase_file):
    """At full strength; what it signed verifies once the organisation knows the key."""
    secret, path = tmp_path / "new.key", put(desk.file("1.0"))
    code, lines = run("keygen", "-o", secret)
    assert 0 == code
    line = (tmp_path / "new.key.pub").read_text(encoding="utf-8").split()[-1]
    assert lines[-1].endswith(f": {line}")
    code, lines = run("sign", path, "--key", secret)
    assert 0 == code
    assert lines[0].startswith("halden-visits 1.0 is signed with the key ")

    code, lines = run("verify", path)
    assert 1 == code
    assert "your organisation does not know" in lines[0]
    desk.trust(key=line)
    code, lines = run("verify", path)
    assert 0 == code
    assert "halden-visits 1.0: It is signed by Halden Council" in lines[0]
    assert f"SHA-256 {grouped(desk.file('1.0').sha256)}" == lines[1]


def test_only_a_sound_checklist_is_signed(run, desk, put, key_file, passphrase_file):
    """A fault is found before the passphrase is asked for."""
    path = put(desk.file())
    path.write_bytes(desk.file().data.replace(b"kind: text", b"kind: txt"))
    passphrase_file.unlink()
    with pytest.raises(ChecklistInvalidError):
        run("sign", path, "--key", key_file)
    assert not path.with_name(f"{path.name}.minisig").exists()


def test_a_wrong_passphrase_signs_nothing(run, desk, put, key_file, passphrase_file):
    """And says so."""
    passphrase_file.write_text("something else", encoding="utf-8")
    path = put(desk.file())
    with pytest.raises(SignatureError, match="does not open the key"):
        run("sign", path, "--key", key_file)
    assert not path.with_name(f"{path.name}.minisig").exists()


def test_a_missing_key_is_wrong_use(run, desk, put, tmp_path):
    """With its name."""
    with pytest.raises(WrongUseError, match=r"no\.key: There is no such file"):
        run("sign", put(desk.file()), "--key", tmp_path / "no.key")


@pytest.mark.parametrize("fault", ["unsigned", "revoked", "changed"])
def test_verifying_what_is_not_to_be_trusted_fails(run, desk, put, fault):
    """The exit code says so to programs, the sentence to people."""
    file = desk.file("1.0", KEY)
    desk.trust(revoked=[NAME] if fault == "revoked" else [])
    if fault == "unsigned":
        file = replace(file, signature=None)
    if fault == "changed":
        file = replace(file, data=file.data + b"\n")
    code, lines = run("verify", put(file))
    assert 1 == code
    assert fault in lines[0]


@pytest.mark.parametrize("action", ["verify", "add"])
def test_a_file_that_is_not_there_is_said_not_to_be(run, tmp_path, action):
    """Nobody is sent to ask for the right to read it; a folder is none either."""
    for name, words in (("none.yaml", "There is no such file."), ("", "This is a folder")):
        with pytest.raises(WrongUseError, match=words) as caught:
            run(action, tmp_path / name)
        assert "Look at its name and folder." == caught.value.remedy


def test_a_full_disk_is_said_to_be_the_fault(run, desk, put, monkeypatch):
    """That it is a checklist that was not saved, and what to do; nothing is loaded."""
    desk.trust()
    for version in ("1.0", "2.0"):
        assert 0 == run("add", put(desk.file(version, KEY)))[0]

    third = put(desk.file("3.0", KEY))

    def refuse(*_args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    for words in (
        ("add", third),
        ("use", "halden-visits", "1.0"),
        ("withdraw", "halden-visits", "1.0", "--reason", "old"),
    ):
        with pytest.raises(SaveFailedError, match="The checklist could not be saved: No space"):
            run(*words)


def test_a_signed_checklist_is_loaded_and_listed(run, desk, put):
    """With its publisher and the verdict."""
    desk.trust()
    assert (
        0,
        [
            f"halden-visits 1.0: It is signed by Halden Council, with the key {NAME}.",
            "New audits are started on halden-visits 1.0.",
        ],
    ) == run("add", put(desk.file("1.0", KEY)))
    line = f"halden-visits 1.0 (active) Visits [in use] Signed by Halden Council, key {NAME}."
    assert (0, [line]) == run("list")
    code, lines = run("list", "--json")
    (row,) = json.loads("\n".join(lines))["checklists"]
    assert (True, "known_key", "Halden Council", NAME) == (
        row["in_use"],
        row["verdict"],
        row["publisher"],
        row["key"],
    )
    assert 0 == code
    assert "SH1  What happened?" in run("show", "halden-visits")[1]


def test_an_unsigned_checklist_is_loaded_by_choice(run, desk, put, tmp_path):
    """The option is named with what to know before; the settings say who chose."""
    save(tmp_path / "home" / "settings.json", Settings(auditor="R. Okafor"))
    path = put(desk.file("1.0"))
    with pytest.raises(ChoiceNeededError) as caught:
        run("add", path)
    assert "Then give the same command with --accept-unsigned." in caught.value.remedy
    assert 0 == run("add", path, "--accept-unsigned")[0]
    (record,) = (tmp_path / "home" / "checklists").glob("*.json")
    assert "R. Okafor" == json.loads(record.read_bytes())["accepted"]["by"]
    assert ["halden-visits 1.0 (active) Visits [in use] Unsigned."] == run("list")[1]


def test_without_settings_the_login_name_is_kept(run, desk, put, tmp_path, monkeypatch):
    """Somebody made the choice, and it is not left blank."""
    monkeypatch.setattr(checklist_trust, "account_name", lambda: "rokafor")
    run("add", put(desk.file("1.0")), "--accept-unsigned")
    (record,) = (tmp_path / "home" / "checklists").glob("*.json")
    assert "rokafor" == json.loads(record.read_bytes())["added"]["by"]


def test_a_wrong_signature_is_not_overridden(run, desk, put):
    """By any option."""
    desk.trust()
    file = desk.file("1.0", KEY)
    with pytest.raises(ChecklistRefusedError, match="something in it was changed"):
        run("add", put(replace(file, data=file.data + b"\n")), "--accept-unsigned")
    assert [] == run("list")[1]


def test_going_back_warns(run, desk, put):
    """In the answer and in the list."""
    for version in ("1.0", "2.0"):
        run("add", put(desk.file(version)), "--accept-unsigned")
    code, lines = run("use", "halden-visits", "1.0")
    assert 0 == code
    assert "New audits are started on halden-visits 1.0." == lines[0]
    assert "Version 1.0 is older than version 2.0" in lines[1]
    old, new = run("list")[1]
    assert "1.0 (active) Visits [in use] Unsigned. Version 1.0 is older" in old
    assert new.endswith("[not in use] Unsigned.")
    assert (0, ["New audits are started on halden-visits 2.0."]) == run(
        "use", "halden-visits", "2.0"
    )
    with pytest.raises(ChecklistNotFoundError):
        run("use", "halden-visits", "3.0")


def test_loading_an_older_version_warns(run, desk, put):
    """It stays out of use."""
    for version in ("2.0", "1.0"):
        code, lines = run("add", put(desk.file(version)), "--accept-unsigned")
    assert 0 == code
    assert "Version 1.0 is older than version 2.0" in lines[0]
    assert "New audits are started on halden-visits 2.0." == lines[1]


def test_a_withdrawn_version_is_listed_as_such(run, desk, put, monkeypatch):
    """With who and why, for people and for programs."""
    monkeypatch.setattr(checklist_trust, "account_name", lambda: "rokafor")
    run("add", put(desk.file("1.0")), "--accept-unsigned")
    expected = "halden-visits 1.0 is withdrawn. Audits that were started on it keep it."
    assert (0, [expected]) == run("withdraw", "halden-visits", "1.0", "--reason", "Wrong.")
    assert (0, ["halden-visits 1.0: withdrawn by rokafor. Wrong."]) == run("list")
    (row,) = json.loads(run("list", "--json")[1][0])["withdrawn"]
    assert ("halden-visits", "rokafor", "Wrong.") == (row["id"], row["by"], row["reason"])


def test_the_list_tells_the_faults_of_the_file_of_the_organisation(run, desk, put):
    """With their places, after all checklists, for people and for programs."""
    desk.ship(desk.file("1.0"))
    desk.organisation.write_text("schema: organisation/1\npublishers:\n  - nmae: Halden\n")
    lines = []
    with pytest.raises(OrganisationFileError, match="cannot be used") as caught:
        run("list", lines=lines)
    assert lines[0].startswith("halden-visits 1.0 ")
    faults = list(map(str, caught.value.faults))
    assert faults[0].startswith("organisation.yaml:3:")
    with pytest.raises(OrganisationFileError) as also:
        run("verify", put(desk.file("1.0")))
    assert faults == list(map(str, also.value.faults))
    code, (text,) = run("list", "--json")
    assert (1, faults) == (code, json.loads(text)["faults"])


def test_the_list_tells_what_may_not_be_used(run, desk, put):
    """And ends with 1, as it does for faults."""
    desk.trust()
    run("add", put(desk.file("1.0", KEY)))
    desk.trust(revoked=[NAME])
    code, lines = run("list")
    assert 1 == code
    assert "The checklist halden-visits 1.0 is not offered." in lines[0]
