# SPDX-License-Identifier: MPL-2.0
"""Test that a file is known again, and that a changed one is not, on real reports and audits."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.exports.checks import FileState, digests_in
from auditapp.exports.orders import ReportAcross, ReportCopy, ReportOfOne
from auditapp.insight.selection import Selection
from auditapp.model.edits import put_action
from auditapp.model.follow_up import Action
from auditapp.model.ids import new_record_id
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.making import start_audit


@pytest.fixture
def audit_id(workspace):
    """Return a draft."""
    return start_audit(workspace, case_reference="HX-1")


@pytest.fixture
def save(workspace, by, audit_id, tmp_path):
    """Return a function that saves the report of the audit and returns the file."""

    def save(name="report.pdf", signed=None, **copy):
        path = tmp_path / name
        wanted = ReportOfOne(ReportKind.AUDIT, audit_id, signed)
        workspace.export_report(wanted, path, by, copy=ReportCopy(**copy))
        return path

    return save


@pytest.fixture
def sign(workspace, audit_id, by):
    """Return a function that signs the audit off."""
    return lambda: workspace._sessions.get(audit_id).sign_off(by)


def test_what_was_signed_off_is_known_again(workspace, save, sign):
    """With when and by whom it was saved; not with its fingerprint twice."""
    sign()
    found = workspace.verify_file(save())

    assert (FileState.SIGNED, "HX-1", 1) == (found.state, found.reference, found.version)
    assert "as it was signed off (version 1)" in found.sentence
    assert found.words.startswith("Saved on ")
    assert found.words.endswith("by R. Okafor: pdf.")
    assert found.is_unchanged


def test_a_report_of_a_draft_is_not_what_was_signed(workspace, save, sign):
    """Also after the audit was signed off."""
    path = save()
    sign()

    found = workspace.verify_file(path)
    assert (FileState.DRAFT, True) == (found.state, found.is_unchanged)
    assert "not what was signed off" in found.sentence


def test_each_signed_version_is_told_apart(workspace, audit_id, by, save, sign):
    """By when it was saved, or by what was asked for."""
    sign()
    original = save("original.pdf")
    workspace.amend(audit_id, by, "A date was wrong.")
    draft, again = save("draft.pdf"), save("again.pdf", signed=1)

    states = [workspace.verify_file(path) for path in (original, draft, again)]
    assert [1, 0, 1] == [found.version for found in states]
    workspace.give_up_amendment(audit_id, by)
    assert 1 == workspace.verify_file(save("back.pdf")).version


def test_an_amendment_since_is_told(workspace, audit_id, by, save, sign):
    """While it is open, and once it is signed off; the newest version is not said to be amended."""
    sign()
    original = save("original.pdf")
    before = workspace.verify_file(original)
    workspace.amend(audit_id, by, "A date was wrong.")
    during = workspace.verify_file(original)
    action = Action(what="Put the date right", created_at=by.now)
    workspace.commit(audit_id, put_action(new_record_id(), action, by))
    sign()
    after, newest = workspace.verify_file(original), workspace.verify_file(save("newest.pdf"))

    assert [False, True, True, False] == [
        each.is_amended for each in (before, during, after, newest)
    ]
    assert during.sentence.endswith("opened for an amendment since, which is not signed off yet.")
    assert after.sentence.endswith("amended since: version 2 is the newest.")
    assert {FileState.SIGNED} == {each.state for each in (before, during, after, newest)}


@pytest.mark.parametrize("kind", ReportFormat)
def test_one_changed_byte_is_noticed(workspace, save, sign, kind):
    """In every kind of file; where it names what it was made from, that is said and no more."""
    sign()
    path = save(f"report.{kind}", format=kind)
    assert FileState.SIGNED is workspace.verify_file(path).state
    with path.open("ab") as file:
        file.write(b" ")

    found = workspace.verify_file(path)
    assert (FileState.CLAIMED, "HX-1", 1) == (found.state, found.reference, found.version)
    assert not found.is_unchanged
    assert "was changed, or saved on another computer" in found.sentence


def test_an_encrypted_and_a_shared_copy_are_known(workspace, save, sign):
    """As what they are."""
    sign()
    locked = workspace.verify_file(save("locked.pdf", password="lantern harbour pencil moss"))
    shared = workspace.verify_file(save("shared.pdf", is_shared=True, recipient="The board"))

    assert (FileState.SIGNED, FileState.SIGNED) == (locked.state, shared.state)
    assert locked.words.endswith(": pdf, encrypted.")
    assert shared.words.endswith(": pdf, without names, for The board.")


def test_a_report_of_several_audits_is_known(workspace, audit_id, tmp_path):
    """By the logbook."""
    path = tmp_path / "plan.pdf"
    chosen = ReportAcross(ReportKind.ACTIONS, Selection(has_drafts=True))
    workspace.export_across(chosen, path)

    found = workspace.verify_file(path)
    assert (FileState.SEVERAL, None) == (found.state, found.audit_id)
    assert "Action plan, 1 audit" in found.words


def test_the_report_of_a_deleted_audit_is_known(workspace, audit_id, save):
    """The logbook remembers; of what it was nobody can tell any more."""
    path = save()
    workspace.remove_audit(audit_id)

    assert FileState.GONE is workspace.verify_file(path).state


def test_any_other_file_is_not_known(workspace, audit_id, tmp_path):
    """Whatever it holds."""
    path = tmp_path / "other.pdf"
    for contents in (b"", b"PK\x03\x04 nothing", b"%PDF-1.7 " + b"a" * 64):
        path.write_bytes(contents)
        assert FileState.UNKNOWN is workspace.verify_file(path).state


def test_a_file_that_cannot_be_read_is_told(workspace, tmp_path):
    """And one that is far too large for a report."""
    with pytest.raises(NotAllowedError, match="cannot be read: No such file"):
        workspace.verify_file(tmp_path / "none.pdf")
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(NotAllowedError, match="too large"):
        workspace.verify_file(large)


def test_the_check_can_be_stopped(workspace, audit_id, tmp_path):
    """Between one audit and the next."""
    path = tmp_path / "other.pdf"
    path.write_bytes(b"other")
    with pytest.raises(NotAllowedError, match="stopped"):
        workspace.verify_file(path, is_cancelled=lambda: True)


def test_a_fingerprint_is_no_part_of_a_longer_number():
    """Sixty-four digits, and no digit before or behind."""
    assert frozenset({"ab" * 32}) == digests_in(b"x " + b"ab" * 32 + b" " + b"c" * 65)
