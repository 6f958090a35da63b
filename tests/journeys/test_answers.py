# SPDX-License-Identifier: MPL-2.0
"""Everything that the sources name has an answer, and its place in the program can be opened."""

from threading import Barrier

import pytest

from auditapp import cli
from auditapp.model.edits import Author
from auditapp.model.ids import question_key
from auditapp.model.report_kinds import KINDS
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.journeys.answer_places import (
    STEPS,
    Auditor,
    places,
    report_places,
    report_rows,
    rows,
    words_on,
)
from tests.making import PASSPHRASE, WEAK, make_workspace, start_audit
from ui.app import make_window

SYSTEMS = 51
"""How many systems and tools the source documents name."""

REPORTS = 15
"""How many reports leaders expect."""


def of(*kinds):
    """Return the places of these kinds, for tests that are run once for each."""
    params = [
        pytest.param(each, id=str(each))
        for each in (*places(), *report_places())
        if each.kind in kinds
    ]
    return pytest.mark.parametrize("place", params)


@pytest.fixture(scope="module")
def at_work(qapp, tmp_path_factory):
    """Return somebody with the window open, for all of these tests."""
    home = tmp_path_factory.mktemp("answers")
    workspace = make_workspace(home)
    by = Author("R. Okafor", workspace.clock())
    workspace._sessions.get(start_audit(workspace)).sign_off(by)  # figures are of signed audits
    workspace.close()
    window = make_window(qapp, find_paths(home))
    window.resize(1366, 768)
    window.show()
    workspace = Workspace.unlock(find_paths(home), PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    # A thread that began in one test would be taken for one that it left behind.
    both = Barrier(2)
    for _ in range(2):
        window._jobs.start(lambda _job: both.wait())
    window.hide()  # a window that is left on the screen fails the test that leaves it
    yield Auditor(window, workspace)
    window.close()


@pytest.fixture
def auditor(at_work, qtbot):
    """Return somebody with the window on the screen, whose pages are all there at the end."""
    at_work.window.show()
    yield at_work
    qtbot.waitUntil(lambda: not at_work.window._jobs.is_busy, timeout=60_000)
    at_work.window.hide()


def test_every_system_has_a_row():
    """None is left out and none is there twice; each has a source, an answer and a place."""
    assert [str(number) for number in range(1, SYSTEMS + 1)] == [row[0] for row in rows()]
    assert [] == [row for row in rows() if len(row) != 5 or not all(row)]
    assert set(range(1, SYSTEMS + 1)) == {place.row for place in places()}


def test_every_report_that_leaders_expect_has_a_row():
    """With its reader, what stands in it, and where it is made."""
    numbers = [f"R{number}" for number in range(1, REPORTS + 1)]
    assert numbers == [row[0] for row in report_rows()]
    assert [] == [row for row in report_rows() if len(row) != 5 or not all(row)]
    assert set(numbers) == {place.row for place in report_places()}


@of("question")
def test_a_question_is_asked(auditor, place):
    """In an audit of its checklist its card shows, once what it depends on is answered."""
    checklist, question = place.name.split()
    card = auditor.ask(checklist, question)
    outline = auditor.window.open_audit.outline
    assert outline.by_key[question_key(checklist, question)].question.text in words_on(card)


@of("checklist")
def test_a_checklist_can_be_chosen(auditor, place):
    """It is among those that are in use."""
    assert place.name in {header.id for header in auditor.workspace.library.in_use()}


@of("page")
def test_a_page_shows_what_it_should(auditor, place, qtbot):
    """The page opens by its name, and what is named is on it, perhaps once figures are counted."""
    name, control = place.words
    page = auditor.page(name)
    qtbot.waitUntil(lambda: control in words_on(page), timeout=20_000)


@of("audit", "front sheet", "settings")
def test_a_step_shows_what_it_should(auditor, place):
    """The step of an audit, the front sheet or the settings have what is named."""
    if place.kind == "settings":
        shown, control = auditor.page("settings"), place.name
    elif place.kind == "front sheet":
        auditor.view.show_step(STEPS["Front sheet"])
        shown, control = auditor.view, place.name
    else:
        step, control = place.words
        if step == "Question":
            auditor.ask("visits", "VS2")
        else:
            auditor.view.show_step(STEPS[step])
        shown = auditor.view
    assert control.casefold() in words_on(shown).casefold()


@of("report")
def test_a_kind_of_report_is_offered(place):
    """The kind is one that can be made."""
    assert place.name in set(KINDS)


@of("command")
def test_a_command_answers(place, capsys):
    """The command is there and explains itself."""
    command = place.name.partition(" --")[0].split()
    with pytest.raises(SystemExit) as ended:
        cli.main([*command, "--help"])
    assert 0 == ended.value.code
    assert command[-1] in capsys.readouterr().out
