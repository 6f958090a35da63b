# SPDX-License-Identifier: MPL-2.0
"""Test that a report can be sealed from the window, and that what will not do is said at once."""

from dataclasses import replace

import pytest

from auditapp.exports.orders import SealFile
from tests.sealing import NEEDS, SECRET, make_certificate
from tests.ui.outgoing.report_fixtures import make_view, outside, paper, view

__all__ = ["make_view", "outside", "paper", "view"]


@pytest.fixture(autouse=True)
def closing(view):
    """Leave no dialog open."""
    yield
    if view.dialog is not None:
        view.dialog.reject()


@pytest.fixture
def fields(paper, view, outside, tmp_path):
    """Open the dialog of saving where reports can be sealed, and tick the box."""
    paper.seals = []
    outside.certificate = tmp_path / "council.p12"
    view.header.save_button.click()
    view.dialog.seal.box.click()
    return view.dialog.seal


def press(view, qtbot):
    """Go on, and wait until the certificate was tried."""
    with qtbot.waitSignal(view.dialog.seal.ended):
        view.dialog.go_on_button.click()


def test_without_what_it_needs_one_sentence_says_so(view):
    """There is nothing to tick."""
    view.header.save_button.click()
    seal = view.dialog.seal
    assert (False, True) == (seal.box.isVisible(), seal.words.isVisible())
    assert "once your IT service has installed" in seal.words.text()


def test_nothing_is_asked_before_the_box_is_ticked(paper, view):
    """The dialog stays short."""
    paper.seals = []
    view.header.save_button.click()
    seal = view.dialog.seal
    parts = (seal.words, seal.file_button, seal.file, seal.passphrase)
    assert [False] * 4 == [part.isVisible() for part in parts]


def test_a_certificate_that_will_do_seals_the_report(fields, view, paper, outside, qtbot):
    """The order has file and passphrase, and the dialog is gone."""
    fields.file_button.click()
    fields.passphrase.line_edit.setText("right")
    assert "council.p12" == fields.file.text()
    with qtbot.waitSignal(view.work_bar.ended):
        view.dialog.go_on_button.click()
    ((_kind, copy),) = paper.copies
    assert SealFile(outside.certificate, "right") == copy.seal
    assert view.dialog is None


def test_a_wrong_passphrase_is_said_where_it_is_typed(fields, view, paper, qtbot):
    """Nothing is saved; typing takes the words back."""
    fields.file_button.click()
    fields.passphrase.line_edit.setText("wrong")
    press(view, qtbot)
    said = fields.passphrase.error
    qtbot.keyClicks(fields.passphrase.line_edit, "x")
    assert ("The passphrase does not open it. Type the right one.", None, []) == (
        said,
        fields.passphrase.error,
        paper.copies,
    )
    assert view.dialog.go_on_button.isEnabled()


def test_no_file_is_said(fields, view, outside, paper, qtbot):
    """Also after the dialog of the computer was cancelled."""
    outside.certificate = None
    fields.file_button.click()
    press(view, qtbot)
    assert ("Choose the file of the certificate first.", []) == (fields.file.text(), paper.seals)
    assert fields.file_button.hasFocus()


def test_only_a_pdf_is_sealed(fields, view, paper, qtbot):
    """Of another kind of file the certificate is not even opened."""
    fields.file_button.click()
    view.dialog.formats.card("docx").click()
    hidden = fields.isVisible()
    with qtbot.waitSignal(view.work_bar.ended):
        view.dialog.go_on_button.click()
    assert (False, [], None) == (hidden, paper.seals, paper.copies[0][1].seal)


def test_password_and_seal_go_together(fields, view, paper, qtbot):
    """The password that was typed is in the order, once the certificate was tried."""
    fields.file_button.click()
    fields.passphrase.line_edit.setText("right")
    encryption = view.dialog.encryption
    encryption.box.click()
    for field in encryption.password.parts:
        field.line_edit.setText("four unrelated words do")
    with qtbot.waitSignal(view.work_bar.ended):
        view.dialog.go_on_button.click()
    ((_kind, copy),) = paper.copies
    assert ("four unrelated words do", "right") == (copy.password, copy.seal.passphrase)


@pytest.mark.parametrize(
    ("days", "secret", "said"),
    [
        ((-400, -35), SECRET, "This certificate ended on"),
        ((5, 365), SECRET, "This certificate is valid only from"),
        ((-1, 365), "another", "The passphrase does not open"),
    ],
)
def test_the_real_words(workspace, tmp_path, days, secret, said):
    """Of a certificate that ended, one of later, and a wrong passphrase."""
    pytest.importorskip("pyhanko", reason=NEEDS)
    path = tmp_path / "seal.p12"
    make_certificate(path, days=days)
    with pytest.raises(Exception, match=said):
        workspace.check_seal(SealFile(path, secret))
    make_certificate(path)
    good = replace(SealFile(path), passphrase=SECRET)
    assert (True, "Example Council") == (workspace.can_seal(), workspace.check_seal(good))
