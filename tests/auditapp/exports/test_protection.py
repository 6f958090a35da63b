# SPDX-License-Identifier: MPL-2.0
"""Test that reports are encrypted and sealed as asked for, or not made at all."""

import sys
from hashlib import sha256

import pytest

from auditapp.errors import NotAllowedError, SignatureError
from auditapp.exports.checks import FileState
from auditapp.exports.orders import PLAIN_COPY, ReportAcross, ReportCopy, ReportOfOne, SealFile
from auditapp.exports.protection import protection_of
from auditapp.insight.selection import Selection
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.sealing import NEEDS, NOW, SECRET, make_certificate

PASSWORD = "lantern harbour pencil moss"


@pytest.fixture
def seal(tmp_path):
    """Return a certificate with what opens it."""
    path = tmp_path / "seal.p12"
    make_certificate(path)
    return SealFile(path, SECRET)


@pytest.fixture
def wanted(audit_id):
    """Return an order for the short report of an audit."""
    return ReportOfOne(ReportKind.SHORT, audit_id)


def exports(workspace, audit_id):
    """Return what the history says of the exports of an audit."""
    history = workspace.history(audit_id)
    return [entry.detail for entry in history if entry.kind is HistoryKind.EXPORTED]


def test_without_a_wish_nothing_is_done():
    """The report stays as it is, and the record says nothing of it."""
    protection = protection_of(PLAIN_COPY, "R. Okafor", NOW)
    assert (b"report", "") == (protection.protected(b"report"), protection.words)


@pytest.mark.parametrize("kind", [each for each in ReportFormat if each is not ReportFormat.PDF])
def test_only_a_pdf_is_protected(seal, kind):
    """The others have nothing that could hold it."""
    for wish, words in (({"password": PASSWORD}, "encrypted"), ({"seal": seal}, "sealed")):
        with pytest.raises(NotAllowedError, match=f"Only a PDF can be {words}") as caught:
            protection_of(ReportCopy(kind, **wish), "R. Okafor", NOW)
        assert caught.value.remedy.startswith("Save it as PDF, or without")


def test_what_opens_a_certificate_is_not_shown(seal):
    """Not in what a program prints of an order either."""
    assert SECRET not in repr(ReportCopy(seal=seal))


def test_without_pyhanko_nothing_is_sealed(workspace, by, wanted, seal, monkeypatch):
    """A sentence says what is missing; nothing is written or recorded."""
    monkeypatch.setitem(sys.modules, "pyhanko.sign.signers", None)
    path, copy = seal.path.with_name("report.pdf"), ReportCopy(seal=seal)
    everything = ReportAcross(ReportKind.ACTIONS, Selection(has_drafts=True))
    with pytest.raises(SignatureError, match="seal reports is not installed") as caught:
        workspace.export_report(wanted, path, by, copy=copy)
    assert "Your IT service can install it" in caught.value.remedy
    with pytest.raises(SignatureError, match="not installed"):
        workspace.export_across(everything, path, copy=copy)

    assert not path.exists()
    assert [] == exports(workspace, wanted.audit_id)


def test_a_wrong_passphrase_writes_nothing(workspace, by, wanted, audit_id, seal, tmp_path):
    """It is said before a report is made."""
    pytest.importorskip("pyhanko", reason=NEEDS)
    path = tmp_path / "report.pdf"
    copy = ReportCopy(seal=SealFile(seal.path, "wrong"))
    with pytest.raises(SignatureError, match="does not open"):
        workspace.export_report(wanted, path, by, copy=copy, report_progress=pytest.fail)

    assert not path.exists()
    assert [] == exports(workspace, audit_id)


def test_a_sealed_report_is_recorded_and_known_again(
    workspace, by, wanted, audit_id, seal, tmp_path
):
    """Its fingerprint is that of the sealed file; whose seal it is stands in the record."""
    pytest.importorskip("pyhanko", reason=NEEDS)
    path = tmp_path / "report.pdf"
    copy = ReportCopy(recipient="The board", password=PASSWORD, seal=seal)
    workspace.export_report(wanted, path, by, copy=copy)
    (detail,) = exports(workspace, audit_id)
    found = workspace.verify_file(path)

    assert detail.startswith(f"pdf {sha256(path.read_bytes()).hexdigest()}, ")
    assert detail.endswith(", encrypted, sealed by Example Council, for The board")
    assert (FileState.DRAFT, True) == (found.state, found.is_unchanged)
    path.write_bytes(path.read_bytes() + b"\n")
    assert FileState.UNKNOWN is workspace.verify_file(path).state


def test_a_report_of_several_audits_is_sealed(workspace, audit_id, seal, tmp_path):
    """And the logbook says so."""
    pytest.importorskip("pyhanko", reason=NEEDS)
    path = tmp_path / "plan.pdf"
    everything = ReportAcross(ReportKind.ACTIONS, Selection(has_drafts=True))
    workspace.export_across(everything, path, copy=ReportCopy(seal=seal))

    assert b"/ETSI.CAdES.detached" in path.read_bytes()
    (line,) = [each for each in workspace.logbook() if each.kind is LogKind.REPORT_EXPORTED]
    assert line.detail.endswith(", sealed by Example Council, 1 audit")
