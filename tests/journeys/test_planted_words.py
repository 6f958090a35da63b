# SPDX-License-Identifier: MPL-2.0
"""Plant words in every place of an audit, use it in the real window, and look for them outside.

Only the report that the person saved may hold them: no other file of the home folder, of the
workspace or of the temporary folder, no file that the process has open, no environment, command
line, title of a window, log or output.
"""

import contextlib
import logging
import os
import secrets
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from auditapp.model.audit import Overall
from auditapp.model.edits import Author
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.ids import QuestionKey
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.journeys.reading import words_of_pdf
from tests.journeys.unheard import fail_unheard, raise_with
from tests.making import PASSPHRASE, WEAK, make_front, make_workspace, start_audit
from ui.app import make_window
from ui.demo.straight_outside import StraightOutside
from ui.error_dialog import ErrorDialog
from ui.unexpected import Unexpected
from ui.walkthrough.search_dialog import SearchDialog
from ui.walkthrough.steps import FRONT_SHEET, REPORT, REVIEW, Step, StepKind

pytestmark = pytest.mark.timeout(300)

KEY = QuestionKey("visits/VS2")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


class Words:
    """Give out a word for each place that nothing else in the world holds."""

    def __init__(self):
        self.planted = {}

    def __call__(self, place):
        """Return the word for ``place``; it has a letter that is written differently in a URL."""
        return self.planted.setdefault(place, f"Zöq{secrets.token_hex(6)}")

    def in_bytes(self, contents):
        """Return the places whose word is in ``contents``, however it is written."""
        return [
            place
            for place, word in self.planted.items()
            if any(form in contents for form in _forms(word))
        ]


def _forms(word):
    """Return a word as it may stand in a file, with and without its foreign letter."""
    plain = word.partition("ö")[2]
    texts = (word, plain, urllib.parse.quote(word), word.encode("unicode_escape").decode())
    return {text.encode(encoding) for text in texts for encoding in ENCODINGS}


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Return the folder that this process, and those it starts, take for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def used(tmp_path):
    """Return the folder of the workspace, with one audit that is not answered yet."""
    folder = tmp_path / "home"
    workspace = make_workspace(folder)
    workspace.close()
    return folder


@pytest.fixture
def window(qapp, qtbot, used, tmp_path):
    """Return the real window on that workspace; it saves reports beside it."""
    outside = StraightOutside(tmp_path / "report.pdf")
    window = make_window(qapp, find_paths(used), outside)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()
    QApplication.clipboard().clear()


def unlock(window, used):
    """Unlock the window, and return the workspace."""
    workspace = Workspace.unlock(find_paths(used), PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    return workspace


def plant(word, workspace, open_audit):
    """Write a word of its own into every place that holds what a person writes."""
    now = open_audit.now()
    by = Author("R. Okafor", now)
    evidence = {"document": word("document"), "place": word("place")}
    open_audit.change_answer(KEY, value="met", note=word("note"), evidence=[evidence])
    open_audit.change_answer(QuestionKey("visits/VS4"), not_applicable=True, reason=word("reason"))
    action = Action(
        what=word("action"),
        owner_role=word("owner"),
        how_we_will_know=word("how"),
        created_at=now,
    )
    open_audit.put_action(None, action)
    concern = Concern(
        what=word("concern"), told_whom=word("told"), response=word("response"), found_at=now
    )
    open_audit.put_concern(None, concern)
    said = Feedback(asked=True, how=word("asked how"), said=word("said"))
    open_audit.put_feedback(FeedbackFrom.CHILD, said)
    grade = Grade(band=GradeBand.GOOD, reason=word("grade"), given_at=now, given_by="R. Okafor")
    open_audit.give_grade(PRACTICE, grade)
    overall = Overall(
        strengths=word("strength"), improvements=word("improvement"), summary=word("summary")
    )
    open_audit.change_overall(overall)
    open_audit.flush()
    workspace.avoid_names(open_audit.audit.id, [word("name to avoid")], by)
    workspace.hold_audit(open_audit.audit.id, word("hold"), by)
    workspace.keep_draft_front({"case_reference": word("draft reference")})


def titles(app):
    """Return the titles of all windows, with the names that the computer may show."""
    return [
        text
        for each in app.topLevelWidgets()
        for text in (each.windowTitle(), each.windowFilePath(), each.objectName())
    ]


def use(word, window, workspace, qtbot, seen):
    """Go through all that a person does with an audit."""
    view, app = window.audit_view, QApplication.instance()
    for step in (FRONT_SHEET, REVIEW, Step(StepKind.QUESTION, KEY)):
        view.show_step(step)
    note = view.pages.card(StepKind.QUESTION).note_part.field
    note.text_edit.insertPlainText(word("typed"))
    note.personal_hint.look_now()
    note.text_edit.selectAll()
    note.text_edit.copy()
    view._search()
    search = next(each for each in view.findChildren(SearchDialog) if each.isVisible())
    search.search.set_text(word("searched"))
    seen += titles(app)
    search.reject()
    view.settle_now()
    window.open_audit.flush()
    save_report(view, qtbot, seen, app)
    try:
        raise_with(word("error"))
    except KeyError as error:
        Unexpected(window)(type(error), error, error.__traceback__)
    fail_unheard(word)
    told = next(each for each in window.findChildren(ErrorDialog) if each.isVisible())
    told._on_copy_clicked()
    seen += [*titles(app), app.clipboard().text(), told._message.details]
    told.accept()
    header = next(each for each in workspace.checklists()[0] if each.id == "visits")
    front = make_front(case_reference=word("try-out"))
    workspace.practise(header, front)
    workspace.preview_blank(["visits"])
    workspace.find_case(word("reference"))


def save_report(view, qtbot, seen, app):
    """Look at the report and save it, though it names somebody to be avoided or not."""
    view.show_step(REPORT)
    report = view.pages._views[StepKind.REPORT]
    qtbot.waitUntil(lambda: report.pane.file is not None, timeout=60_000)
    with qtbot.waitSignal(report.work_bar.ended, timeout=60_000):
        report.header.save_button.click()
        report.dialog.go_on_button.click()
        if report.findings.dialog is not None:
            seen += titles(app)
            report.findings.dialog.go_on_button.click()


def files_with(word, *folders):
    """Return the files in ``folders`` that hold a planted word, or are called after one."""
    found = {}
    for folder in folders:
        for path in folder.rglob("*"):
            contents = path.read_bytes() if path.is_file() else b""
            if places := word.in_bytes(contents + str(path).encode()):
                found[path] = places
    return found


def open_files():
    """Return what the files hold that this process has open; empty where it cannot be known."""
    parts = []
    for link in Path("/proc/self/fd").glob("*") if Path("/proc/self/fd").exists() else ():
        with contextlib.suppress(OSError):
            parts.append(str(link.readlink()).encode())
            if link.is_file():
                parts.append(link.read_bytes())
    return b"\0".join(parts)


def test_planted_words_are_in_the_report_and_nowhere_else(  # noqa: PLR0913, PLR0917 - fixtures
    window, used, qtbot, caplog, capfd, home, temporary, true_workers, tmp_path
):
    """Whatever the person does, until the window is locked again."""
    caplog.set_level(logging.DEBUG)
    word, seen = Words(), []
    workspace = unlock(window, used)
    audit_id = start_audit(
        workspace,
        case_reference=word("reference"),
        team=word("team"),
        worker_code=word("worker"),
    )
    window.home_view.audit_chosen.emit(audit_id)
    plant(word, workspace, window.open_audit)
    use(word, window, workspace, qtbot, seen)
    outside = [*seen, *titles(QApplication.instance())]
    window.lock()
    outside += titles(QApplication.instance())

    assert 22 < len(word.planted)
    assert [] == word.in_bytes("\0".join(outside).encode())
    report = tmp_path / "report.pdf"
    assert set() == set(files_with(word, home, used, temporary, tmp_path)) - {report}
    assert [] == word.in_bytes(open_files())
    process = "\0".join([*sys.argv, *os.environ, *os.environ.values()])
    assert [] == word.in_bytes(process.encode("utf-8", "surrogateescape"))
    captured = capfd.readouterr()
    assert 4 == captured.err.count("Case File Audit")  # told by their places, see unheard.py
    told = f"{caplog.text}\0{captured.out}\0{captured.err}"
    assert [] == word.in_bytes(told.encode())
    in_report = words_of_pdf(report)
    assert word.planted["note"] in in_report
    assert word.planted["name to avoid"] not in in_report


def test_the_search_finds_a_word_however_it_is_written(tmp_path):
    """Or else the test above could not fail."""
    word = Words()
    planted = word("place")
    for number, encoding in enumerate(ENCODINGS):
        (tmp_path / str(number)).write_bytes(b"x" + planted.encode(encoding))
    (tmp_path / urllib.parse.quote(planted)).mkdir()
    (tmp_path / "plain").write_bytes(planted[2:].encode())

    assert 5 == len(files_with(word, tmp_path))
    with (tmp_path / "0").open("rb") as _held:
        assert ["place"] == word.in_bytes(open_files()) or not Path("/proc/self/fd").exists()


def test_a_command_that_fails_tells_nothing(used):
    """The last resort of the command line names the kind and place of an error, not its text."""
    word = Words()
    code = (
        "import sys; from auditapp import cli\n"
        "def run(args, say): raise KeyError(sys.argv[1])\n"
        "import auditapp.commands.store as store; store.run = run\n"
        "sys.exit(cli.main(['store', 'check']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, word("error")],
        capture_output=True,
        check=False,
        cwd=Path.cwd(),
    )

    assert b"Something unexpected" in done.stderr
    assert [] == word.in_bytes(done.stdout + done.stderr)
