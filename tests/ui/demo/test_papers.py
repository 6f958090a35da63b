# SPDX-License-Identifier: MPL-2.0
"""Test that the demo leaves a report of every kind."""

import pypdfium2
import pytest

from auditapp.model.edits import Author, put_concern
from auditapp.model.follow_up import Concern
from auditapp.model.ids import new_record_id
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import WEAK, make_front
from ui.demo import papers, sample


def test_every_format_is_left(tmp_path):
    """Of the full report all but the PDF, which was saved in the window."""
    kinds = [ReportKind.AUDIT, ReportKind.SAMPLING]
    names = [path.name for _kind, path in papers._places(kinds, tmp_path)]
    every = [form.suffix for form in ReportFormat]
    audit = [f"audit-report{each}" for each in every if each != ".pdf"]
    assert [*audit, *(f"sampling{each}" for each in every)] == names


@pytest.mark.timeout(300)  # each kind is made by a process of its own
def test_every_kind_is_left(tmp_path, monkeypatch):
    """The summary has the audits that were made up for it, and not what is linked to them."""
    monkeypatch.setattr(papers, "FURTHER_AUDITS", 2)
    monkeypatch.setattr(papers, "FORMATS", (ReportFormat.PDF,))
    paths = find_paths(tmp_path / "home")
    workspace, _key = Workspace.create(paths, sample.PASSPHRASE, strength=WEAK)
    audit_id = workspace.start_audit(make_front(case_reference=sample.REFERENCE), ["visits"])
    by = Author(sample.AUDITOR, workspace.clock())
    concern = Concern(what=sample.CONCERN.what, found_at=by.now)
    workspace.commit(audit_id, put_concern(new_record_id(), concern, by))
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.close()

    left = papers.leave_papers(paths, tmp_path)
    stems = {kind.value for kind in KINDS} - {ReportKind.AUDIT}
    assert {f"{stem}.pdf" for stem in stems} == {path.name for path in left}
    assert all(path.stat().st_size for path in left)
    texts = {}
    for path in left:
        with pypdfium2.PdfDocument(path) as document:
            texts[path.stem] = " ".join(document[0].get_textpage().get_text_range().split())
    assert "3 audits of 2 teams" in texts["summary"]
    assert "from version 1.0 to version 1.1" in texts["changes"]
    assert "B. Auditor" in texts["comparison"]
    assert "Seen and safe, autumn" in texts["sampling"]
    assert "1 of 2" in texts["completion"]
