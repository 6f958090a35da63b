# SPDX-License-Identifier: MPL-2.0
"""What the sources can do without is in a built program: signatures, seals, the keychain."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from auditapp.bootstrap.stamps import ROOT
from tests.built.commands import signed_audit
from tests.pdf_checks.checking import faults_of
from tests.sealing import NOW, SECRET, make_certificate

ORGANISATION = """\
schema: organisation/1
publishers:
  - name: Example Council
    key: {key}
    may_sign: [visits]
"""

# A session with a keychain in it; the second time it opens what the first made.
WITH_KEYCHAIN = (
    *("dbus-run-session", "--", "sh", "-c"),
    'printf opened | gnome-keyring-daemon --unlock --components=secrets >&2 && exec "$0" "$@"',
)


def write_visits(program, more=""):
    """Put a checklist where the program can read it."""
    program.write("visits.yaml", (ROOT / "checklists/visits.yaml").read_text("utf-8") + more)


@pytest.fixture
def publisher(program):
    """Return what is set where an administrator trusts a publisher, whose key is here."""
    made = program.run("checklist", "keygen", "-o", Path("publisher.key"))
    assert (0, "") == (made.returncode, made.stderr)
    key = (program.folder / "publisher.key.pub").read_text("utf-8").splitlines()[1]
    folder = program.folder / "for-all/Case File Audit"
    folder.mkdir(parents=True)
    program.write("for-all/Case File Audit/organisation.yaml", ORGANISATION.format(key=key))
    yield {"XDG_CONFIG_DIRS": program.inside(program.folder / "for-all")}
    for name in ("publisher.key", "publisher.key.pub"):
        (program.folder / name).unlink()
    shutil.rmtree(folder.parent)


def test_a_checklist_is_signed_and_its_signature_checked(program, publisher):
    """Signatures of minisign are made and read, and a letter more is noticed."""
    write_visits(program)
    signed = program.run("checklist", "sign", "--key", Path("publisher.key"), Path("visits.yaml"))
    assert (0, "") == (signed.returncode, signed.stderr)

    good = program.run("checklist", "verify", Path("visits.yaml"), **publisher)
    write_visits(program, "# more\n")
    bad = program.run("checklist", "verify", Path("visits.yaml"), **publisher)

    assert (0, True) == (good.returncode, "It is signed by Example Council" in good.stdout)
    assert (1, True) == (bad.returncode, "something in it was changed" in bad.stdout)


def test_a_report_is_sealed(program, workspace):
    """With a certificate; the PDF follows the same standards as before."""
    certificate = program.folder / "seal.p12"
    today = (dt.datetime.now(dt.UTC) - NOW).days
    make_certificate(certificate, days=(today - 1, today + 1))
    program.own(certificate)
    secret = program.write("seal-passphrase", SECRET)
    words = ("--seal", Path("seal.p12"), "-o", Path("sealed.pdf"))
    audit = signed_audit(program, workspace)

    seen = program.run(
        "report", audit, *words, home=workspace, AUDITAPP_SEAL_PASSPHRASE_FILE=secret
    )

    assert (0, "") == (seen.returncode, seen.stderr)
    raw = (program.folder / "sealed.pdf").read_bytes()
    assert b"/ETSI.CAdES.detached" in raw
    assert [] == faults_of(raw)


def test_what_speaks_to_the_keychain_is_there(program, workspace):
    """Where no keychain is, this is what is said, and not that the program cannot."""
    off = program.run("store", "keychain", "status", home=workspace)
    on = program.run("store", "keychain", "on", home=workspace)

    assert (0, True) == (off.returncode, off.stdout.startswith("Off:"))
    if on.returncode:  # somebody who tries it at their own desk has one
        assert "not installed" not in on.stderr
        assert "keychain" in on.stderr
    else:
        program.run("store", "keychain", "off", home=workspace)


def test_the_keychain_keeps_what_opens_the_audits(program, workspace, request):
    """In a session with a real one: turned on, found by the next start, turned off."""
    if not request.config.getoption("--keychain"):
        pytest.skip("a session with a keychain was not asked for: --keychain")
    seen = [
        program.run("store", "keychain", word, home=workspace, through=WITH_KEYCHAIN)
        for word in ("on", "status", "off", "status")
    ]

    assert [0] * 4 == [each.returncode for each in seen], [each.stderr for each in seen]
    assert seen[1].stdout.startswith("On: the keychain of this account holds the entry")
    assert seen[3].stdout.startswith("Off:")
