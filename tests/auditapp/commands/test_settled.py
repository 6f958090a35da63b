# SPDX-License-Identifier: MPL-2.0
"""Test that commands follow what the organisation has settled."""

import json

import pytest

from auditapp import cli
from tests.auditapp.report.some_layouts import write_layout
from tests.auditapp.settled_samples import write_organisation


@pytest.fixture
def run(capsys, workspace_home, passphrase_file, tmp_path, monkeypatch):
    """Return a function that runs a command on a computer with a file of its organisation."""
    del passphrase_file
    folder = tmp_path / "etc" / "Case File Audit"
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(folder.parent))

    def run(text, *arguments):
        write_organisation(folder, text)
        code = cli.main(["--home", str(workspace_home), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out + said.err

    run.folder = folder
    return run


def test_a_layout_that_is_settled_is_in_use_and_no_other_can_be(run, tmp_path):
    """The sentence says who may change it."""
    write_layout(run.folder, "footer: Ask quality").rename(run.folder / "council.yaml")
    text = "schema: organisation/1\nlayout: council.yaml\n"
    assert "Reports are made with council.yaml." in run(text, "layout", "show")[1]
    code, said = run(text, "layout", "use", write_layout(tmp_path, "footer: Mine"))
    assert (1, True) == (code, "Your organisation has settled the layout" in said)
    assert "Reports are made with council.yaml." in run(text, "layout", "show")[1]


def test_the_time_that_audits_are_kept_is_the_settled_one(run):
    """Without it nobody has said how long."""
    _code, before = run("schema: organisation/1\n", "store", "due")
    code, after = run("schema: organisation/1\nsettings: {keep_months: 72}\n", "store", "due")
    assert 0 == code
    assert before != after


@pytest.mark.parametrize("wrong", ["idle_minutes: 500", "marking: [a]", "markign: OFFICIAL"])
def test_a_slip_in_the_file_is_named_with_its_line(run, wrong):
    """Where an administrator looks whether it is in order."""
    code, said = run(f"schema: organisation/1\nsettings:\n  {wrong}\n", "checklist", "list")
    assert (1, True) == (code, "organisation.yaml:3:" in said)


@pytest.mark.parametrize(
    ("settled", "said"),
    [
        ("local_standards: {assesment_local: {on: true}}", "Did you mean 'assessment_local'?"),
        ("local_names: {placement_pannel: ours}", "Did you mean 'placement_panel'?"),
        ("local_standards: {review_conferences: {on: false}}", "a timescale of law"),
    ],
)
def test_what_is_settled_in_vain_is_told_and_the_rest_holds(run, settled, said):
    """It may be of another version of the program, so it is no fault."""
    text = f"schema: organisation/1\nsettings:\n  keep_months: 72\n  {settled}\n"
    code, told = run(text, "checklist", "list")
    assert (0, True) == (code, said in told)
    _code, listed = run(text, "checklist", "list", "--json")
    (remark,) = json.loads(listed)["remarks"]
    assert (True, True) == (said in remark, remark in told)
    without = run("schema: organisation/1\n", "store", "due")
    assert without != run(text, "store", "due")
