# SPDX-License-Identifier: MPL-2.0
"""Test the command for rounds, as somebody types it."""

import json

import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.commands.round_draw import read_listed
from auditapp.errors import NotAllowedError
from auditapp.model.case_listed import ColumnMatched
from auditapp.model.edits import Author
from auditapp.model.round_kinds import CaseField
from tests.making import make_front
from tests.working_rounds import begin_round, draw_listed

ROWS = ["Case ref,Team,Path", *(f"HX-{n:03},{'AB'[n % 2]},{n % 3}" for n in range(60))]


@pytest.fixture
def file(tmp_path):
    """Return a list of 60 cases of two teams."""
    path = tmp_path / "list.csv"
    path.write_text("\n".join(ROWS), "utf-8")
    return path


@pytest.fixture
def round_id(change_workspace):
    """Begin a round of 30 cases, and draw ten; return its id."""

    def begin(workspace):
        by = Author("QA lead", workspace.clock())
        return draw_listed(workspace, begin_round(workspace, by), by).id

    return change_workspace(begin)


def test_a_sample_is_drawn_from_a_file_and_again(typed, file):
    """One case a line; the order of the list has no hand in it, another seed has."""
    code, lines = typed(f"round draw --list {file} --seed 41 --size 12")
    assert (0, 12) == (code, len(lines))
    file.write_text("\n".join([ROWS[0], *reversed(ROWS[1:])]), "utf-8")
    assert sorted(lines) == sorted(typed(f"round draw --list {file} --seed 41 --size 12")[1])
    assert lines != typed(f"round draw --list {file} --seed 42 --size 12")[1]


@pytest.mark.parametrize(
    ("size", "count"), [("--all", 60), ("--margin 10", 38), ("--dip 5 --confidence 95", 38)]
)
def test_the_size_follows_from_what_is_to_be_known(typed, file, size, count):
    """Everything, a share give or take 10 in 100, or three bad files of 60 noticed."""
    assert count == len(typed(f"round draw --list {file} --seed 41 {size}")[1])


@pytest.mark.parametrize("column", ["Team", "team", "path"])
def test_a_sample_is_spread_over_a_column(typed, file, column):
    """By what it is, or by its heading."""
    code, lines = typed(f"round draw --list {file} --seed 41 --size 12 --by {column} --least 3")
    assert (0, 12) == (code, len(lines))


def test_rows_to_be_looked_at_are_named_and_nothing_is_drawn(typed, file):
    """Without a word of them."""
    file.write_text("\n".join([*ROWS, "John Smith,A,1", ",A,1"]), "utf-8")
    code, lines = typed(f"round draw --list {file} --seed 41 --all")
    assert 1 == code
    assert ["Row 62", "Row 63"] == [line.partition(":")[0] for line in lines]
    assert "Smith" not in " ".join(lines)


@pytest.mark.parametrize("words", ["--by Locality --size 5", "--size 0", "--margin 200"])
def test_what_makes_no_sense_is_wrong_use(typed, file, words):
    """It is said before anything is drawn."""
    with pytest.raises(WrongUseError):
        typed(f"round draw --list {file} --seed 41 {words}")


def test_rounds_are_listed_and_shown(typed, round_id, workspace_home):
    """By id or name, in words or as JSON."""
    assert f"({round_id}), until 2026-12-18: 0 of 10" in typed("round list")[1][0]
    listed = json.loads("\n".join(typed("round list --json")[1]))
    assert [(round_id, 30, 10)] == [(e["id"], e["listed"], e["sample"]) for e in listed]
    assert 11 == len(typed(f"round show {round_id}")[1])
    shown = json.loads("\n".join(typed('round show --json "Visits, autumn 2026"')[1]))
    assert {"drawn"} == {each["state"] for each in shown["cases"]}
    with pytest.raises(WrongUseError):
        typed("round show 0123")


def test_there_may_be_no_rounds(typed, workspace_home):
    """That is no error."""
    assert (0, ["There are no rounds."]) == typed("round list")


def test_a_draw_is_checked(typed, round_id, change_workspace, tmp_path):
    """Against the list of the round, a file of it, and another file."""
    assert (0, "The same draw again: yes") == _first(typed(f"round verify {round_id}"))
    whole = change_workspace(lambda workspace: workspace.round(round_id))
    rows = [f"{case},{row.team},{row.worker_code}" for case, row in whole.cases.items()]
    path = tmp_path / "same.csv"
    path.write_text("\n".join(["Case ref,Team,Worker", *rows]), "utf-8")
    assert (0, "The same draw again: yes") == _first(
        typed(f"round verify {round_id} --list {path}")
    )
    path.write_text("\n".join(["Case ref,Team,Worker", *rows[:-4]]), "utf-8")
    assert (1, "The same draw again: no") == _first(typed(f"round verify {round_id} --list {path}"))


@pytest.fixture
def drawn_from(round_id, change_workspace):
    """Let the round have its list from a file with headings of its own; return its cases."""

    def give(workspace):
        columns = (
            ColumnMatched(heading="Akte", field=CaseField.REFERENCE),
            ColumnMatched(heading="Team", field=CaseField.TEAM),
            ColumnMatched(heading="Worker", field=CaseField.WORKER_CODE),
        )
        whole = workspace.round(round_id)
        listed = whole.listed.model_copy(update={"columns": columns})
        return whole.model_copy(update={"listed": listed})

    return change_workspace(give)


def test_a_list_with_other_headings_is_read_as_for_a_draw(drawn_from, tmp_path):
    """By those that are known, where those of the round's own list are gone."""
    rows = [f"{case},{row.team},{row.worker_code}" for case, row in drawn_from.cases.items()]
    path = tmp_path / "same.csv"
    path.write_text("\n".join(["Case ref,Team,Social worker", *rows]), "utf-8")
    assert drawn_from.cases.keys() == read_listed(path, drawn_from).keys()
    assert list(drawn_from.cases.values()) == list(read_listed(path, drawn_from).values())


def test_headings_that_say_nothing_are_answered_with_those_that_do(typed, round_id, tmp_path):
    """No option could say which column it is."""
    path = tmp_path / "odd.csv"
    path.write_text("Akte,Team,Worker\nHX-1,A,W1\n", "utf-8")
    for words in (f"verify {round_id}", "draw --seed 41 --all"):
        with pytest.raises(WrongUseError, match="which column has the case refer") as caught:
            typed(f"round {words} --list {path}")
        assert "case reference, reference, ref, case ref, case id" in caught.value.remedy


def test_papers_are_written(typed, round_id, tmp_path):
    """By the ending of the name; a file that is there is not replaced unasked."""
    path = tmp_path / "statement.html"
    words = f"round report {round_id} --kind sampling -o {path}"
    assert 0 == typed(words)[0]
    assert "Sampling statement" in path.read_text("utf-8")
    with pytest.raises(WrongUseError):
        typed(words)
    assert 0 == typed(f"{words} --force")[0]


def test_a_round_is_deleted_by_its_name(typed, round_id):
    """Or by its id, as anywhere else."""
    assert (0, ["The round Visits, autumn 2026 is deleted."]) == typed(
        'round delete "Visits, autumn 2026"'
    )
    assert (0, ["There are no rounds."]) == typed("round list")


def test_a_round_with_audits_is_not_deleted(typed, round_id, change_workspace):
    """What it says of how its cases were chosen is still wanted."""

    def begin(workspace):
        case = workspace.round(round_id).sample[0]
        workspace.start_case(round_id, case, make_front())

    change_workspace(begin)
    with pytest.raises(NotAllowedError, match="has audits"):
        typed(f"round delete {round_id}")
    assert 1 == len(typed("round list")[1])


def _first(said):
    code, lines = said
    return code, lines[0]
