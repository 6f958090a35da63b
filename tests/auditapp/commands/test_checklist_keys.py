# SPDX-License-Identifier: MPL-2.0
"""Make keys, and hand trust from an old one to a new one, from the command line."""

import errno
import os
import stat
import sys

import pytest

from auditapp.checklist.trust.organisation import load_organisation
from auditapp.checklist.trust.secret_key_file import ScryptLimits, write_secret_key
from auditapp.commands import conventions
from auditapp.commands.conventions import WrongUseError
from auditapp.commands.unlocking import PassphraseUnfitError
from auditapp.errors import SaveFailedError, SignatureError
from tests.auditapp.checklist.desk import KEY, OTHER_KEY
from tests.making import PASSPHRASE

WEAK = ScryptLimits(operations=1 << 15, memory=1 << 24)
OLD, NEW = KEY.public, OTHER_KEY.public


@pytest.fixture
def new_key(tmp_path):
    """Return the file of a new public key."""
    path = tmp_path / "new.key.pub"
    path.write_bytes(NEW.to_bytes())
    return path


@pytest.fixture
def signed_key(new_key, run, key_file, passphrase_file):
    """Return it with the signature of the old key beside it."""
    assert 0 == run("sign-key", new_key, "--key", key_file)[0]
    return new_key


def test_keys_need_a_folder(run, tmp_path, monkeypatch):
    """It is named before anybody thinks up a passphrase."""
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    with pytest.raises(WrongUseError, match="There is no folder") as caught:
        run("keygen", "-o", tmp_path / "none" / "new.key")
    assert "Make it first" in caught.value.remedy


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of the user folder decide there")
def test_a_secret_key_is_closed_to_others(run, tmp_path, passphrase_file, monkeypatch):
    """Before its passphrase protects it, too."""
    monkeypatch.setattr(
        "auditapp.checklist.trust.secret_key_file.write_secret_key",
        lambda key, passphrase: write_secret_key(key, passphrase, WEAK),
    )
    run("keygen", "-o", tmp_path / "new.key")
    assert 0o600 == stat.S_IMODE((tmp_path / "new.key").stat().st_mode)


@pytest.mark.parametrize("name", ["new.key", "new.key.pub"])
def test_a_key_is_never_overwritten(run, tmp_path, name, passphrase_file):
    """Neither half of it."""
    (tmp_path / name).write_bytes(b"precious")
    with pytest.raises(WrongUseError, match="is there already"):
        run("keygen", "-o", tmp_path / "new.key")
    assert b"precious" == (tmp_path / name).read_bytes()


def test_half_a_pair_of_keys_is_not_left(run, tmp_path, passphrase_file, monkeypatch):
    """Else the name would be taken by a secret key whose public one nobody has."""
    writing = conventions.write_atomically

    def failing(path, data):
        if path.suffix == ".pub":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        writing(path, data)

    monkeypatch.setattr(conventions, "write_atomically", failing)
    with pytest.raises(SaveFailedError, match=r"new\.key\.pub could not be saved"):
        run("keygen", "-o", tmp_path / "new.key")
    assert [] == list(tmp_path.glob("new.key*"))


def test_a_poor_passphrase_makes_no_key(run, tmp_path, passphrase_file):
    """The rules are those of the workspace."""
    passphrase_file.write_text("short", encoding="utf-8")
    with pytest.raises(PassphraseUnfitError):
        run("keygen", "-o", tmp_path / "new.key")
    assert not (tmp_path / "new.key").exists()


def test_an_administrator_is_told_what_to_write(run, desk, signed_key):
    """Line by line; nothing is written."""
    desk.trust(until="2999-12-31")
    before = desk.organisation.read_bytes()
    code, lines = run("accept-key", signed_key)
    expected = [
        f"The key {NEW.name} is signed by Halden Council, with the key {OLD.name}.",
        f"To pin it, add this under “publishers” in {desk.organisation}:",
        "  - name: Halden Council",
        f"    key: {NEW.line}",
        "    may_sign: [halden-*]",
        "    until: 2999-12-31",
    ]
    assert (0, expected) == (code, lines)
    assert before == desk.organisation.read_bytes()


def test_the_changed_file_is_written_where_told(run, desk, signed_key, tmp_path):
    """What the new key signed then loads; the file in use is not touched."""
    desk.trust()
    before = desk.organisation.read_bytes()
    output = tmp_path / "changed.yaml"
    code, lines = run("accept-key", signed_key, "-o", output)
    assert (0, f"It is pinned in {output}. The old key stays.") == (code, lines[-1])
    assert before == desk.organisation.read_bytes()
    pinned = load_organisation(output)
    assert [OLD, NEW] == [each.public_key for each in pinned.publishers]

    checklist = desk.put(desk.file("1.0", OTHER_KEY))
    assert 1 == run("verify", checklist)[0]
    assert 0 == run("accept-key", signed_key, "-o", desk.organisation, "--force")[0]
    assert 0 == run("verify", checklist)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of the folder decide there")
def test_everybody_can_read_the_changed_file(run, desk, signed_key, tmp_path):
    """Or else nobody but the administrator could load a checklist."""
    desk.trust()
    run("accept-key", signed_key, "-o", tmp_path / "changed.yaml")
    assert 0o644 == stat.S_IMODE((tmp_path / "changed.yaml").stat().st_mode)


def test_no_file_is_replaced_unasked(run, desk, signed_key):
    """Least of all the one in use."""
    desk.trust()
    before = desk.organisation.read_bytes()
    with pytest.raises(WrongUseError, match="exists already"):
        run("accept-key", signed_key, "-o", desk.organisation)
    assert before == desk.organisation.read_bytes()


def test_an_unknown_key_writes_nothing(run, desk, signed_key, tmp_path):
    """Neither does any other fault of the signature."""
    desk.trust(key=NEW.line)
    with pytest.raises(SignatureError, match="does not know"):
        run("accept-key", signed_key, "-o", tmp_path / "changed.yaml")
    assert not (tmp_path / "changed.yaml").exists()


def test_a_key_does_not_sign_itself(run, tmp_path, key_file, passphrase_file):
    """Somebody took the old public key for the new one."""
    path = tmp_path / "halden.key.pub"
    path.write_bytes(OLD.to_bytes())
    with pytest.raises(SignatureError, match="cannot vouch for itself"):
        run("sign-key", path, "--key", key_file)
    assert not path.with_name(f"{path.name}.minisig").exists()


def test_a_secret_key_is_not_signed(run, key_file, tmp_path, passphrase_file):
    """Somebody took it for its public half."""
    path = tmp_path / "new.key"
    path.write_bytes(write_secret_key(OTHER_KEY, PASSPHRASE, WEAK))
    with pytest.raises(SignatureError, match="not the public key of a publisher"):
        run("sign-key", path, "--key", key_file)


def test_a_missing_file_is_named(run, tmp_path, key_file):
    """By either command."""
    missing = tmp_path / "no.key.pub"
    with pytest.raises(WrongUseError, match=r"no\.key\.pub: There is no such file"):
        run("sign-key", missing, "--key", key_file)
    with pytest.raises(WrongUseError, match=r"no\.key\.pub: There is no such file"):
        run("accept-key", missing)
