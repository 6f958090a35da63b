# SPDX-License-Identifier: MPL-2.0
"""Test how a command is told that a report is to be sealed."""

import sys

import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.commands.unlocking import SEAL_VARIABLE
from auditapp.errors import SignatureError
from tests.making import start_audit
from tests.sealing import NEEDS, SECRET, make_certificate


@pytest.fixture
def audit_id(change_workspace):
    """Return the id of an audit in the workspace."""
    return change_workspace(start_audit)


@pytest.fixture
def output(tmp_path):
    """Return the file that reports are written to."""
    return tmp_path / "report.pdf"


@pytest.fixture
def sealing(tmp_path, output):
    """Return the arguments that ask for a sealed report."""
    certificate = tmp_path / "seal.p12"
    make_certificate(certificate)
    return f"--kind short --seal '{certificate}' -o '{output}'"


@pytest.fixture
def secret_file(tmp_path, monkeypatch):
    """Name a file with what opens the certificate in the environment, and return it."""
    path = tmp_path / "secret"
    path.write_text(SECRET, encoding="utf-8")
    monkeypatch.setenv(SEAL_VARIABLE, str(path))
    return path


def test_a_report_is_sealed(typed, change_workspace, audit_id, output, sealing, secret_file):
    """The history says whose seal it is, and nothing what opens the certificate."""
    pytest.importorskip("pyhanko", reason=NEEDS)
    code, lines = typed(f"report {audit_id} {sealing}")
    history = change_workspace(lambda workspace: workspace.history(audit_id))

    assert 0 == code
    assert b"/ETSI.CAdES.detached" in output.read_bytes()
    assert history[-1].detail.endswith(", sealed by Example Council")
    assert SECRET not in f"{lines}{history}"


def test_the_passphrase_is_asked_for(typed, audit_id, output, sealing, monkeypatch):
    """At the terminal; an error is one of the certificate."""
    pytest.importorskip("pyhanko", reason=NEEDS)
    prompts = []
    monkeypatch.setattr("getpass.getpass", lambda prompt: prompts.append(prompt) or "wrong")
    with pytest.raises(SignatureError, match="does not open"):
        typed(f"report {audit_id} {sealing}")

    assert ["Passphrase of the certificate: "] == prompts
    assert not output.exists()


def test_without_a_terminal_the_variable_is_named(typed, audit_id, sealing, monkeypatch):
    """It is another one than that for the audits."""
    monkeypatch.setattr("getpass.getpass", lambda _prompt: (_ for _ in ()).throw(EOFError))
    with pytest.raises(WrongUseError) as caught:
        typed(f"report {audit_id} {sealing}")
    assert SEAL_VARIABLE in caught.value.remedy


def test_without_pyhanko_a_report_is_not_sealed(
    typed, audit_id, output, sealing, secret_file, monkeypatch
):
    """A sentence says what is missing."""
    monkeypatch.setitem(sys.modules, "pyhanko.sign.signers", None)
    with pytest.raises(SignatureError, match="not installed"):
        typed(f"report {audit_id} {sealing}")
    assert not output.exists()


def test_a_report_of_several_audits_can_be_sealed(typed, audit_id, output, tmp_path, secret_file):
    """The command takes the same argument."""
    (tmp_path / "none.p12").write_bytes(b"no certificate")
    with pytest.raises(SignatureError):
        typed(f"summary --drafts --seal '{tmp_path / 'none.p12'}' -o '{output}'")
    assert not output.exists()


@pytest.mark.parametrize(
    "line",
    [
        "report HX-2047 -o {folder}/report.docx",
        "summary --drafts -o {folder}/summary.html",
        "reports-batch --drafts --format csv -o {folder}/all",
    ],
)
@pytest.mark.parametrize(
    ("option", "words"),
    [("--encrypt", "Only a PDF can be encrypted"), ("--seal x.p12", "Only a PDF can be sealed")],
)
def test_nobody_thinks_up_a_password_for_what_takes_none(
    typed, tmp_path, monkeypatch, line, option, words
):
    """It is refused before anything is asked, the passphrase of the audits included."""
    monkeypatch.setattr("getpass.getpass", pytest.fail)
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    with pytest.raises(WrongUseError, match=words):
        typed(f"{line.format(folder=tmp_path)} {option}")


def test_a_blank_checklist_is_not_sealed(typed, output, sealing):
    """It is nobody's report."""
    with pytest.raises(WrongUseError, match="is about nobody") as caught:
        typed(f"report visits {sealing.replace('short', 'blank')}")
    assert "--seal" in caught.value.remedy
