# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.exchange.receive_view``, on real stores."""

from time import sleep

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from auditapp.model.exchange import Choice, Purpose
from tests.making import start_audit
from ui.exchange import receive_view
from ui.exchange.receive_view import ReceiveView


@pytest.fixture
def view(theme, desks, jobs, outside, show):
    """Return Ben's page, shown."""
    return show(ReceiveView(theme, desks.ben.workspace, jobs, outside), 900, 900)


@pytest.fixture
def look(view, qtbot, jobs):
    """Return a function that opens a package as somebody does, and waits."""

    def look(sent, code=None):
        view.file.choose(sent.path)
        view.file.code.set_text(sent.code if code is None else code)
        view.file.open_button.click()
        qtbot.waitUntil(lambda: view._job is None and not jobs.is_busy, timeout=20_000)

    return look


def bring_in(view, qtbot, jobs):
    """Press the button, and wait."""
    view.plan_card.do_button.click()
    qtbot.waitUntil(lambda: view._job is None and not jobs.is_busy, timeout=20_000)


def words_of(banner):
    """Return what a banner says."""
    return f"{banner.accessibleName()} {banner.accessibleDescription()}".strip()


def test_a_new_audit_is_shown_first_and_then_brought_in(view, look, desks, qtbot, jobs):
    """Nothing is here before the button is pressed; then it can be opened."""
    audit_id = start_audit(desks.ana.workspace)
    look(desks.ana.send(audit_id))
    before = desks.ben.ids()
    (row,) = view.plan_card.group.rows
    bring_in(view, qtbot, jobs)
    with qtbot.waitSignal(view.audit_chosen) as chosen:
        view.outcome.buttons[0].click()

    assert set() == before
    assert ("HX-2047", "Comes in") == (row.title, row.cells[0].text)
    assert {audit_id} == desks.ben.ids()
    assert "1 audit brought in" == words_of(view.outcome)
    assert [audit_id] == chosen.args
    assert view.plan_card.isHidden()
    assert "" == view.file.code.text


def test_a_wrong_code_is_said_at_its_field(view, look, desks):
    """One that is mistyped, and that of another package."""
    audit_id = start_audit(desks.ana.workspace)
    sent, other = desks.ana.send(audit_id), desks.ana.send(audit_id, name="other")
    look(sent, "nonsense")
    mistyped = view.file.code.error
    look(sent, other.code)
    wrong = view.file.code.error
    look(sent, "")

    assert "cannot be the code" in mistyped
    assert "not the code of this package" in wrong
    assert "Type the code." == view.file.code.error
    assert view.plan_card.isHidden()


def test_foreign_damaged_and_own_files_are_refused_in_words(view, look, desks, read_first):
    """Each with a sentence of its own, and nothing is changed."""
    sent = desks.ana.send(read_first)
    whole = sent.path.read_bytes()
    seen = []
    for contents in (b"something else", whole[: len(whole) // 2]):
        sent.path.write_bytes(contents)
        look(sent)
        seen.append(words_of(view.outcome))
    mine = start_audit(desks.ben.workspace)
    desks.ben.sign(mine)
    look(desks.ben.send(mine, purpose=Purpose.FOR_MODERATION))
    seen.append(words_of(view.outcome))

    parts = ("no package", "is damaged", "made here, for somebody else")
    assert [True] * 3 == [part in words for part, words in zip(parts, seen, strict=True)], seen
    assert {mine} == desks.ben.ids()


def test_differences_are_told_before_and_after(view, look, desks, shared, qtbot, jobs):
    """The line says how many there would be; the audit is then to be opened to settle them."""
    desks.ana.answer(shared, note="At home.")
    desks.ben.answer(shared, note="At school.")
    look(desks.ana.send(shared, name="again"))
    (row,) = view.plan_card.group.rows
    bring_in(view, qtbot, jobs)

    assert "1 difference to settle" in row.remarks[0].text
    assert ("Put together", "warn") == (row.cells[0].text, row.cells[0].tone)
    assert "two versions" in words_of(view.outcome)
    assert 1 == len(desks.ben.workspace.differences(shared))


def test_what_has_nothing_new_cannot_be_brought_in(view, look, desks, shared):
    """The button says so by being off."""
    look(desks.ana.send(shared, name="again"))

    assert not view.plan_card.do_button.isEnabled()
    assert "Nothing here would change." == view.plan_card.would.text()


def test_a_choice_is_made_on_its_line(view, look, desks, shared, qtbot, jobs):
    """Leave, take, leave again: Enter goes round; then it is done as chosen."""
    desks.ana.sign(shared)
    desks.ben.answer(shared, note="At school.")
    look(desks.ana.send(shared, name="again"))
    before = view.plan_card.do_button.isEnabled()
    view.plan_card.group.list.setFocus()
    view.plan_card.group.list.setCurrentIndex(view.plan_card.group.list.model().index(0, 0))
    seen = []
    for _turn in range(3):
        qtbot.keyClick(view.plan_card.group.list, Qt.Key.Key_Return)
        seen.append(view.plan_card.group.rows[0].cells[0].text)
    desks.ben.workspace.close_audit(shared)
    bring_in(view, qtbot, jobs)

    assert not before
    assert ["Theirs is taken", "Left as it is", "Theirs is taken"] == seen
    assert not desks.ben.audit(shared).is_draft
    assert {} == dict(view.plan_card.choices)


def test_a_file_can_be_dropped(view, desks, tmp_path):
    """Its name is shown, and its code asked for."""
    path = tmp_path / "Audits.cfaudit"
    path.write_bytes(b"")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        held,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.file.drop.dropEvent(drop)

    assert ("Audits.cfaudit", True) == (view.file.name.text(), view.file.code.isVisible())


def test_locking_leaves_nothing_of_a_package(view, look, desks):
    """Neither its code nor what it holds."""
    look(desks.ana.send(start_audit(desks.ana.workspace)))
    view.stop()

    assert ("", ()) == (view.file.code.text, tuple(view.plan_card.group.rows))
    assert view.plan_card.incoming is None


@pytest.fixture
def three(desks):
    """Let Ben have three drafts that Ana signed since, and one that he wrote in; return the ids."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{at}") for at in range(1, 5)]
    desks.ben.workspace.import_package(desks.ben.look(desks.ana.send(*ids)))
    desks.ben.answer(ids[3], note="Only here.")
    for each in ids:
        desks.ana.sign(each)
        desks.ben.workspace.close_audit(each)
    return ids


def test_like_cases_are_chosen_at_once(view, look, desks, three, qtbot, jobs):
    """Drafts with nothing of their own give way together; the one that was written in waits."""
    look(desks.ana.send(*three, name="signed"))
    (field,) = view.plan_card.fields
    field.combo_box.setCurrentIndex(field.combo_box.findData("take"))
    field.combo_box.activated.emit(field.combo_box.currentIndex())
    chosen = dict(view.plan_card.choices)
    would = view.plan_card.would.text()
    bring_in(view, qtbot, jobs)

    assert field.cases.name.startswith("3 audits: Signed off there, a draft here")
    assert dict.fromkeys(three[:3], Choice.TAKE) == chosen
    assert "3 audits would change here." == would
    assert [False, False, False, True] == [desks.ben.audit(each).is_draft for each in three]
    assert 4 == len(desks.ben.ids())
    assert [True, True, True, False] == [bool(row.key) for row in view.done_group.rows]


def test_a_line_of_its_own_shows_above_the_list(view, look, desks, three):
    """Then not all like cases go the same way, and the field names none."""
    look(desks.ana.send(*three, name="signed"))
    (field,) = view.plan_card.fields
    before = field.value
    view.plan_card.group.key_chosen.emit(three[0])

    assert (Choice.LEAVE, None) == (before, field.value)
    assert "Theirs is taken" in [row.cells[0].text for row in view.plan_card.group.rows]


def test_stopping_keeps_what_came_in_and_says_so(view, look, desks, qtbot, jobs, monkeypatch):
    """The list says of each audit what was done; the file stays chosen, to go on from there."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{at}") for at in range(3)]
    look(desks.ana.send(*ids))
    workspace = desks.ben.workspace
    write = workspace._write
    monkeypatch.setattr(workspace, "_write", lambda *what: (write(*what), view._job.cancel()))
    seen = view.work_bar.cancel_button.isHidden()
    bring_in(view, qtbot, jobs)

    assert not seen
    assert ["Came in", "Not brought in", "Not brought in"] == [
        row.cells[0].text for row in view.done_group.rows
    ]
    assert "1 audit brought in, 2 left as they were" in words_of(view.outcome)
    assert view.done_card.isVisible()
    assert "" != view.file.code.text
    assert {ids[0]} == desks.ben.ids()


def test_a_package_that_is_stopped_while_it_is_read_is_no_fault(
    view, desks, qtbot, jobs, monkeypatch
):
    """Nothing was changed, and that is said."""
    read = receive_view._read

    def read_once_stopped(workspace, path, code, job):
        while not job.is_cancelled:
            sleep(0.01)
        return read(workspace, path, code, job)

    monkeypatch.setattr(receive_view, "_read", read_once_stopped)
    sent = desks.ana.send(start_audit(desks.ana.workspace))
    view.file.choose(sent.path)
    view.open_package(sent.path, sent.code)
    view.work_bar.cancel_button.click()
    qtbot.waitUntil(lambda: view._job is None and not jobs.is_busy, timeout=20_000)

    assert "was not opened" in words_of(view.outcome)
    assert view.file.isEnabled()
