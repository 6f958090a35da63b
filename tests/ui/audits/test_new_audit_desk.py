# SPDX-License-Identifier: MPL-2.0
"""A new audit is begun, kept, gone on with and started."""

from tests.ui.home_fixtures import home_view, made, make_home
from tests.ui.view_fixtures import in_window, show
from ui.widgets.surfaces.banner import Banner

__all__ = ["home_view", "in_window", "made", "make_home", "show"]


def test_a_started_audit_is_opened(home_view, qtbot):
    """Starting leads into the audit; behind it the list knows it."""
    home_view.show_new_audit()
    home_view.new_audit.form.reference.set_text("HX-1")
    home_view.new_audit.form.auditor.set_text("R. Okafor")
    home_view.new_audit.checklists.card("visits").click()
    with qtbot.waitSignal(home_view.audit_chosen):
        home_view.new_audit.start_button.click()
    assert home_view.page is home_view.audits
    assert home_view.new_audit is None
    assert 2 == home_view.audits.table.model().rowCount()


def test_a_new_audit_that_was_begun_is_kept(home_view):
    """Looking at the list loses nothing; cancelling begins anew."""
    home_view.show_new_audit()
    home_view.new_audit.form.reference.set_text("HX-1")
    home_view.show_audits()
    home_view.show_new_audit()
    assert "HX-1" == home_view.new_audit.form.reference.text

    home_view.new_audit.cancel_button.click()
    home_view.show_new_audit()
    assert "" == home_view.new_audit.form.reference.text


def test_a_new_audit_that_was_begun_is_there_after_unlocking(home_view, make_home, made, qtbot):
    """Leaving the page keeps it; the next home goes on with it, until it is cancelled."""
    home_view.show_new_audit()
    qtbot.keyClicks(home_view.new_audit.form.reference.line_edit, "HX-1")
    home_view.show_audits()
    assert "HX-1" == made[0].draft_front()["reference"]

    again = make_home()
    assert again.page is again.new_audit
    assert "HX-1" == again.new_audit.form.reference.text
    again.new_audit.cancel_button.click()
    assert make_home().new_audit is None


def test_everything_typed_is_kept_before_the_window_locks(home_view, made, qtbot):
    """Whichever page is on show."""
    home_view.settle_now()
    home_view.places.settings.show()
    qtbot.keyClicks(home_view.places.settings.view.auditor.line_edit, "M. Silva")
    home_view.show_new_audit()
    qtbot.keyClicks(home_view.new_audit.form.reference.line_edit, "HX-1")
    home_view.settle_now()
    assert "M. Silva" == home_view._preferences.settings.auditor
    assert "HX-1" == made[0].draft_front()["reference"]


def test_a_damaged_new_audit_is_told(make_home, made):
    """The list is on show, with what happened above it; the file is kept."""
    made[0].keep_draft_front({"reference": "HX-1"})
    (file,) = made[0].paths.store.glob("draft-front.*")
    file.write_bytes(b"damaged")
    home_view = make_home()
    assert home_view.page is home_view.audits
    notices = [banner.accessibleName() for banner in home_view.audits.findChildren(Banner)]
    assert any("front sheet that you had begun is damaged" in each for each in notices)
    assert b"damaged" == file.with_name(f"{file.name}.damaged-1").read_bytes()
