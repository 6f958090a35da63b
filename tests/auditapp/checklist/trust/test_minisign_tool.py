# SPDX-License-Identifier: MPL-2.0
"""Sign with one program and verify with the other, where the minisign tool is installed."""

import datetime as dt
import shutil
import subprocess

import pytest

from auditapp.checklist.trust.minisign import PublicKey, SecretKey, Signature
from auditapp.checklist.trust.organisation import Organisation, TrustedPublisher
from auditapp.checklist.trust.rollover import accept_key, sign_key
from auditapp.checklist.trust.secret_key_file import ScryptLimits, read_secret_key, write_secret_key
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.errors import SignatureError

TOOL = shutil.which("minisign")
PASSPHRASE = "three random words"
COMMENT = "template halden-visits version 1.2"

pytestmark = pytest.mark.skipif(TOOL is None, reason="minisign is not installed")


@pytest.fixture
def tool(tmp_path):
    """Return a function that runs the tool in the folder of the test; it gives the exit code."""

    def run(*words, typed=""):
        done = subprocess.run(
            [TOOL, *words], cwd=tmp_path, input=typed.encode(), capture_output=True, check=False
        )
        return done.returncode

    return run


@pytest.fixture
def file(tmp_path, signed):
    """Return a checklist in the folder of the test, unsigned."""
    path = tmp_path / "halden-visits.yaml"
    path.write_bytes(signed.data)
    return path


@pytest.mark.parametrize("limits", [ScryptLimits(1 << 15, 1 << 24), ScryptLimits(1 << 20, 1 << 24)])
def test_the_tool_uses_our_key_and_we_verify(tmp_path, tool, file, limits):
    """It opens the file of the key with the passphrase, and signs."""
    key = SecretKey.generate()
    (tmp_path / "our.key").write_bytes(write_secret_key(key, PASSPHRASE, limits))
    typed = f"{PASSPHRASE}\n"
    assert 0 == tool("-S", "-s", "our.key", "-m", file.name, "-t", COMMENT, typed=typed)
    signature = Signature.parse((tmp_path / f"{file.name}.minisig").read_bytes())
    signature.verify(file.read_bytes(), key.public)
    assert COMMENT == signature.trusted_comment


def test_we_sign_and_the_tool_verifies(tmp_path, tool, file):
    """It takes the file of our public key, and refuses a changed byte."""
    key = SecretKey.generate()
    (tmp_path / "our.pub").write_bytes(key.public.to_bytes())
    (tmp_path / f"{file.name}.minisig").write_bytes(key.sign(file.read_bytes(), COMMENT))
    assert 0 == tool("-V", "-H", "-p", "our.pub", "-m", file.name)
    assert 0 == tool("-V", "-H", "-P", key.public.line, "-m", file.name)

    file.write_bytes(file.read_bytes() + b"\n")
    assert 0 != tool("-V", "-p", "our.pub", "-m", file.name)


def test_we_use_a_new_key_of_the_tool(tmp_path, tool, file):
    """Made with a passphrase at full strength, and verified by both."""
    assert 0 == tool("-G", "-p", "its.pub", "-s", "its.key", typed=f"{PASSPHRASE}\n" * 2)
    key = read_secret_key((tmp_path / "its.key").read_bytes(), lambda: PASSPHRASE)
    assert key.public == PublicKey.parse((tmp_path / "its.pub").read_text())
    (tmp_path / f"{file.name}.minisig").write_bytes(key.sign(file.read_bytes(), COMMENT))
    assert 0 == tool("-V", "-H", "-p", "its.pub", "-m", file.name)


def test_the_tool_introduces_a_new_key_and_we_accept_it(tmp_path, tool, publisher):
    """The comment is what docs/checklist-trust.md says."""
    (tmp_path / "old.key").write_bytes(
        write_secret_key(publisher, PASSPHRASE, ScryptLimits(1 << 15, 1 << 24))
    )
    new = SecretKey.generate().public
    path = tmp_path / "new.key.pub"
    path.write_bytes(new.to_bytes())
    words = ("-S", "-s", "old.key", "-m", path.name, "-t", f"publisher key {new.name}")
    assert 0 == tool(*words, typed=f"{PASSPHRASE}\n")
    trusted = TrustedPublisher(name="H", key=publisher.public.line, may_sign=["h-*"])
    known = Organisation(publishers=(trusted,))
    found = accept_key(SignedFile.read(path), known, dt.date(2026, 11, 22))
    assert new == found.new.public_key


def test_the_tool_verifies_a_key_that_we_introduced(tmp_path, tool, publisher):
    """With the old public key."""
    (tmp_path / "old.pub").write_bytes(publisher.public.to_bytes())
    contents = SecretKey.generate().public.to_bytes()
    (tmp_path / "new.key.pub").write_bytes(contents)
    (tmp_path / "new.key.pub.minisig").write_bytes(sign_key(contents, publisher))
    assert 0 == tool("-V", "-H", "-p", "old.pub", "-m", "new.key.pub")


def test_both_refuse_the_same_faults(tmp_path, tool, file, signed, publisher):
    """Whatever is changed in the checklist or in its signature."""
    (tmp_path / "its.pub").write_bytes(publisher.public.to_bytes())
    beside = tmp_path / f"{file.name}.minisig"
    good = signed.signature
    lines = good.splitlines(keepends=True)
    faulty = [
        (signed.data[:-1], good),
        (signed.data.replace(b"\n", b"\r\n"), good),
        (signed.data, b""),
        (signed.data, b"".join(lines[:2])),
        (signed.data, good.replace(b"version 1.2", b"version 1.3")),
        (signed.data, b"".join([lines[0], lines[3], lines[2], lines[1]])),
    ]
    for data, signature in faulty:
        file.write_bytes(data)
        beside.write_bytes(signature)
        assert 0 != tool("-V", "-p", "its.pub", "-m", file.name)
        with pytest.raises(SignatureError):
            Signature.parse(signature).verify(data, publisher.public)
