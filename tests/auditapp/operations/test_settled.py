# SPDX-License-Identifier: MPL-2.0
"""Test that audits and reports follow what the organisation has settled."""

import dataclasses

import pypdfium2
import pytest

from auditapp.errors import NotAllowedError
from auditapp.exports.orders import ReportOfOne
from auditapp.model.report_kinds import ReportKind
from auditapp.workspace import Workspace
from tests.auditapp.report.some_layouts import write_layout
from tests.auditapp.settled_samples import SETTLED, write_organisation
from tests.making import PASSPHRASE, WEAK

LAYOUT = "organisation: Halden Borough\nfooter: Ask quality\n"


@pytest.fixture
def reopened(workspace):
    """Return a function that opens the workspace on a computer with a file of an organisation."""
    opened = []

    def reopen(folder, text):
        paths = dataclasses.replace(workspace.paths, organisation=write_organisation(folder, text))
        workspace.close()
        opened.append(Workspace.unlock(paths, PASSPHRASE, strength=WEAK))
        return opened[-1]

    yield reopen
    for each in opened:
        each.close()


def report_of(workspace, audit_id):
    """Return the words of the report of an audit."""
    return text_of(workspace.preview_report(ReportOfOne(ReportKind.AUDIT, audit_id)))


def text_of(contents):
    """Return the words of a PDF."""
    with pypdfium2.PdfDocument(contents) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def test_reports_bear_the_name_and_the_marking_that_are_settled(
    workspace, audit_id, reopened, tmp_path
):
    """Whatever the person's own settings say."""
    before = report_of(workspace, audit_id)
    after = report_of(reopened(tmp_path, SETTLED), audit_id)
    assert "OFFICIAL-SENSITIVE" in before
    assert "OFFICIAL-SENSITIVE" not in after
    assert all(words in after for words in ("OFFICIAL", "Halden Council"))


def test_all_reports_have_the_layout_that_is_settled(workspace, audit_id, reopened, tmp_path):
    """Nobody can choose another, or the usual one; one chosen before is kept for later."""
    own = workspace.read_layout(write_layout(tmp_path, "footer: My own"))
    workspace.use_layout(own)
    folder = tmp_path / "etc"
    folder.mkdir()
    name = write_layout(folder, LAYOUT).name
    settled = reopened(folder, f"schema: organisation/1\nlayout: {name}\n")

    words = report_of(settled, audit_id)
    assert all(each in words for each in ("Halden Borough", "Ask quality"))
    assert "My own" not in words
    facts = settled.layout_facts()
    assert (name, True, "") == (facts.name, facts.is_settled, facts.problem)
    for change in (lambda: settled.use_layout(own), settled.use_shipped_layout):
        with pytest.raises(NotAllowedError, match="Your organisation has settled the layout"):
            change()

    settled.close()
    again = reopened(folder, "schema: organisation/1\n")
    assert "My own" in report_of(again, audit_id)


def test_an_own_layout_has_no_marking_of_its_own_where_that_is_settled(
    workspace, audit_id, reopened, tmp_path
):
    """The rest of it holds; the example of a file shows the same."""
    path = write_layout(tmp_path, "footer: My own\nmarking: MINE\norganisation: Mine")
    workspace.use_layout(workspace.read_layout(path))
    settled = reopened(tmp_path, SETTLED)
    assert "OFFICIAL" == settled.report_marking()
    assert (None, None) == (settled.layout_facts().marking, settled.layout_facts().organisation)
    for words in (
        report_of(settled, audit_id),
        text_of(settled.preview_layout(settled.read_layout(path))),
        text_of(settled.preview_blank(["seen-and-safe"])),
    ):
        assert all(each in words for each in ("My own", "OFFICIAL", "Halden Council"))
        assert "MINE" not in words


@pytest.mark.parametrize("text", [None, "accent: red"])
def test_a_settled_layout_that_cannot_be_used_is_told(reopened, audit_id, tmp_path, text):
    """The usual one stands in, so that nobody is kept from a report."""
    if text is not None:
        (tmp_path / "council.yaml").write_text(text, "utf-8")
    settled = reopened(tmp_path, "schema: organisation/1\nlayout: council.yaml\n")

    assert "Halden" not in report_of(settled, audit_id)
    (problem,) = [each for each in settled.problems if "layout" in each]
    assert problem == settled.layout_facts().problem
    assert problem.endswith("Ask whoever looks after this computer.")
