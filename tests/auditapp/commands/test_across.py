# SPDX-License-Identifier: MPL-2.0
"""Test the commands that make reports of several audits, as somebody types them."""

import pypdfium2
import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.model.edits import Author, put_action
from auditapp.model.follow_up import Action
from auditapp.model.ids import new_record_id
from auditapp.model.logbook import LogKind
from auditapp.workspace import Workspace
from tests.making import make_front, start_audit
from tests.working_rounds import begin_round, draw_listed, share_out


@pytest.fixture
def output(tmp_path):
    """Return the file that reports are written to."""
    return tmp_path / "report.pdf"


@pytest.fixture
def two(change_workspace):
    """Put an audit of each of two teams into the workspace, and return their ids."""

    def start(workspace):
        return [
            start_audit(workspace, case_reference="HX-1", team="North"),
            start_audit(workspace, case_reference="HX-2", team="South"),
        ]

    return change_workspace(start)


def first_page(path):
    """Return the text of the first page of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("summary", "Thematic summary 2 audits"),
        ("board-pack", "Board pack 2 audits"),
        ("summary --kind year-on-year", "Year on year"),
        ("summary --kind timescales", "Timescale report 2 audits"),
        ("summary --kind feedback", "Feedback report 2 audits"),
        ("summary --kind inspection-list", "Inspection list 2 audits"),
    ],
)
def test_many_audits_are_put_together(typed, two, output, command, title, change_workspace):
    """How many there are is said, and the logbook has a line of it."""
    code, lines = typed(f"{command} --drafts -o '{output}'")
    assert (0, [f"The report of 2 audits is in {output}."]) == (code, lines)
    assert title in first_page(output)
    kinds = change_workspace(lambda workspace: [each.kind for each in workspace.logbook()])
    assert LogKind.REPORT_EXPORTED in kinds


def test_audits_are_chosen(typed, two, output):
    """By team, checklist and day."""
    options = "--team north --checklist visits --from 2026-01-01 --to 2026-12-31 --drafts"
    assert 0 == typed(f"summary {options} -o '{output}'")[0]
    assert "1 audit of 1 team" in first_page(output)


def test_a_period_that_ends_before_it_begins_is_refused(typed, two, output):
    """It is not the teams or the checklists that have to be widened."""
    options = "--from 2026-12-31 --to 2026-01-01"
    with pytest.raises(WrongUseError, match="ends before it begins"):
        typed(f"summary {options} -o '{output}'")
    assert 0 == typed(f"summary --drafts --from 2026-01-01 --to 2026-12-31 -o '{output}'")[0]


def test_a_copy_to_be_shared_says_that_it_is_one(typed, two, output, change_workspace):
    """It is made of five audits or more."""
    with pytest.raises(WrongUseError, match="5 audits or more"):
        typed(f"summary --drafts --shared -o '{output}'")
    assert not output.exists()
    change_workspace(lambda workspace: [start_audit(workspace) for _ in range(3)])
    assert 0 == typed(f"summary --drafts --shared -o '{output}'")[0]
    assert "To be shared: counts under 5 are not shown" in first_page(output)


def test_signed_audits_are_taken_unless_drafts_are_asked_for(typed, two, output):
    """The remedy says so."""
    with pytest.raises(WrongUseError, match="No audit was found") as caught:
        typed(f"summary -o '{output}'")
    assert "take drafts as well" in caught.value.remedy
    assert not output.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--team Nope", "no audit of the team 'Nope'. There are audits of these teams: North; S"),
        ("--checklist nope", "no checklist 'nope'. The command 'checklist list' lists"),
        ("--round nope", "no round nope. The command 'round list' lists"),
    ],
)
@pytest.mark.parametrize("command", ["summary", "actions", "data-export", "reports-batch"])
def test_what_there_is_not_is_said_not_to_be(typed, two, tmp_path, command, words, said):
    """Nobody is sent to widen the period."""
    output = tmp_path / "out.csv" if command == "data-export" else tmp_path / "out.pdf"
    with pytest.raises(WrongUseError) as caught:
        typed(f"{command} {words} --drafts -o '{output}'")
    assert said in f"{caught.value} {caught.value.remedy}"
    assert not output.exists()


def test_without_audits_there_are_no_teams(typed, output):
    """None can be named."""
    with pytest.raises(WrongUseError, match="no audit of the team 'North'") as caught:
        typed(f"summary --team North -o '{output}'")
    assert "'audit list'" in caught.value.remedy


def test_audits_are_chosen_by_a_round(typed, change_workspace, monkeypatch, output):
    """By its name as well as its id, even where its own file is damaged."""

    def begin(workspace):
        by = Author("QA lead", workspace.clock())
        whole = share_out(workspace, draw_listed(workspace, begin_round(workspace, by), by).id, by)
        workspace.start_case(whole.id, next(iter(whole.sample)), make_front())
        return whole.id, whole.about.name

    round_id, name = change_workspace(begin)
    for named in (round_id, name):
        code, _lines = typed(f"summary --round '{named}' --drafts --force -o '{output}'")
        assert 0 == code
    monkeypatch.setattr(Workspace, "rounds", lambda _self: [])
    assert 0 == typed(f"summary --round {round_id} --drafts --force -o '{output}'")[0]


@pytest.mark.parametrize("words", ["--from yesterday%s", "--to 2026-13-01"])
def test_a_day_must_be_one(typed, output, words, capsys):
    """It is wrong use before anybody types a passphrase, and it is said how to write a day."""
    with pytest.raises(SystemExit) as caught:
        typed(f"summary {words} -o '{output}'")
    assert 2 == caught.value.code
    option, day = words.split()
    assert f"argument {option}: '{day}' is not a date. Write" in capsys.readouterr().err


def test_a_file_is_not_replaced_unasked(typed, two, output):
    """Only with --force; what is wrong with the settings is said."""
    output.write_bytes(b"old")
    with pytest.raises(WrongUseError, match="exists already"):
        typed(f"summary --drafts -o '{output}'")
    assert b"old" == output.read_bytes()
    assert 0 == typed(f"summary --drafts --force -o '{output}'")[0]
    assert b"%PDF" == output.read_bytes()[:4]


def test_settings_that_cannot_be_read_are_said(typed, two, output, workspace_home, capsys):
    """Once, on the side of the errors."""
    (workspace_home / "settings.json").write_text("{")
    _code, lines = typed(f"summary --drafts -o '{output}'")
    assert [f"The report of 2 audits is in {output}."] == lines
    assert 1 == capsys.readouterr().err.count("Your settings could not be read")


def test_problems_of_the_workspace_are_said(typed, two, output, workspace_home):
    """Before the last line."""
    (workspace_home / "store" / "audits" / f"{two[0]}.seal").unlink()
    _code, lines = typed(f"summary --drafts -o '{output}'")
    assert "HX-1: The file of this audit is missing" in lines[0]
    assert f"The report of 1 audit is in {output}." == lines[-1]


def test_actions_of_audits_that_are_named_make_one_plan(typed, two, output):
    """By id or by case reference."""
    code, lines = typed(f"report {two[0]} HX-2 --kind actions -o '{output}'")
    assert (0, [f"The report of 2 audits is in {output}."]) == (code, lines)
    assert "Action plan 0 actions from 2 audits" in first_page(output)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("short", "DRAFT: case file audit, short report"),
        ("actions", "DRAFT: action plan"),
        ("conversation", "DRAFT: record of the conversation"),
    ],
)
def test_a_kind_about_one_audit_is_made(typed, two, output, kind, title):
    """The case reference is said, and what is left out."""
    code, (line,) = typed(f"report HX-1 --kind {kind} -o '{output}'")
    assert 0 == code
    assert line.startswith(f"The report of HX-1 is in {output}. It leaves out ")
    assert line.endswith("the exact checklists, and the reports made before.")
    assert title in first_page(output)


@pytest.mark.parametrize(
    ("kind", "why"), [("concern", "no immediate concern"), ("learning", "signed audits only")]
)
def test_a_kind_that_cannot_be_made_of_an_audit_is_wrong_use(typed, two, output, kind, why):
    """And nothing is written."""
    with pytest.raises(WrongUseError, match=why):
        typed(f"report HX-1 --kind {kind} -o '{output}'")
    assert not output.exists()


def test_a_signed_audit_has_a_learning_note(typed, two, output, change_workspace):
    """It names no case reference."""

    def sign(workspace):
        by = Author("R. Okafor", workspace.clock())
        workspace._sessions.get(two[0]).sign_off(by)

    change_workspace(sign)
    assert 0 == typed(f"report HX-1 --kind learning -o '{output}'")[0]
    assert "HX-1" not in first_page(output)


def test_a_copy_to_be_shared_has_codes(typed, two, output):
    """Of one audit; of several it takes five, because fewer could be told apart."""
    assert 0 == typed(f"report HX-1 --kind actions --shared --for 'The board' -o '{output}'")[0]
    with pypdfium2.PdfDocument(output) as document:
        said = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "HX-1" not in said
    assert "Case " in said
    with pytest.raises(WrongUseError, match="each by itself"):
        typed(f"report HX-1 HX-2 --kind actions --signed 1 -o '{output}' --force")
    with pytest.raises(WrongUseError, match="5 audits or more"):
        typed(f"report HX-1 HX-2 --kind actions --shared -o '{output}' --force")


def test_the_plan_of_an_owner_is_written(typed, two, output, change_workspace):
    """Only what that owner has to do; nothing to do is wrong use."""

    def act(workspace):
        by = Author("R. Okafor", workspace.clock())
        for audit_id, owner in zip(two, ("Team manager", "Social worker"), strict=True):
            action = Action(what=f"For the {owner}", owner_role=owner, created_at=by.now)
            workspace.commit(audit_id, put_action(new_record_id(), action, by))

    change_workspace(act)
    code, lines = typed(f"actions --drafts --owner 'team manager' -o '{output}'")
    assert (0, [f"The report of 1 audit is in {output}."]) == (code, lines)
    assert "Action plan 1 action of 1 owner" in first_page(output)
    with pytest.raises(WrongUseError, match="No action was found"):
        typed(f"actions --drafts --overdue --force -o '{output}'")
