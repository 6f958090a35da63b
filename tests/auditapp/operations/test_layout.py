# SPDX-License-Identifier: MPL-2.0
"""Test that every paper of a workspace follows its layout, and that an example shows one."""

import pypdfium2
import pytest

from auditapp.errors import ReportError
from auditapp.exports.orders import ReportOfOne
from auditapp.model.report_kinds import ReportKind
from tests.auditapp.report.some_layouts import write_layout
from tests.making import make_workspace

TEXT = "organisation: Example Council\nfooter: Ask quality\nwording: {grades: How it was graded}"


@pytest.fixture
def read(workspace, tmp_path):
    """Return a layout, read by the workspace."""
    return workspace.read_layout(write_layout(tmp_path, TEXT))


def text_of(contents):
    """Return the words of a PDF."""
    with pypdfium2.PdfDocument(contents) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def test_reports_and_papers_follow_the_layout(workspace, audit_id, read):
    """From the moment that it is chosen."""
    full = ReportOfOne(ReportKind.AUDIT, audit_id)
    before = workspace.preview_report(full)
    workspace.use_layout(read)
    report = text_of(workspace.preview_report(full))
    blank = text_of(workspace.preview_blank(["seen-and-safe"]))
    assert all(words in report for words in ("Ask quality", "How it was graded"))
    assert all("Example Council" in text and "Ask quality" in text for text in (report, blank))
    workspace.use_shipped_layout()
    assert before == workspace.preview_report(full)


def test_the_example_shows_a_layout_before_it_is_used(workspace, read):
    """Nothing of a case is in it, and nothing is changed by looking."""
    example = text_of(workspace.preview_layout(read))
    assert all(words in example for words in ("EXAMPLE-1", "Ask quality", "How it was graded"))
    assert "Overall grades" in text_of(workspace.preview_layout())
    assert workspace.layout_facts().name is None
    assert not workspace.audits()


def test_the_example_shows_the_layout_in_use(workspace, read):
    """Where no other is given."""
    workspace.use_layout(read)
    assert workspace.preview_layout(read) == workspace.preview_layout()


def test_without_a_checklist_there_is_no_example(tmp_path, clock):
    """It says what to do."""
    (tmp_path / "empty").mkdir()
    workspace = make_workspace(tmp_path / "home", clock, tmp_path / "empty")
    with pytest.raises(ReportError, match="no checklist"):
        workspace.preview_layout()
    workspace.close()
