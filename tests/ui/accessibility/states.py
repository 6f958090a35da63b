# SPDX-License-Identifier: MPL-2.0
"""The list of what a screen shows only at times: an answer that is a shortfall, a list with faults.

As in ``screens.py`` each place yields the name of a screen and the widget to be looked at. Places
are gone through once for each look; what they make is made by the first of them.
"""

import datetime as dt

from PySide6.QtGui import QGuiApplication

from auditapp.errors import SaveFailedError
from auditapp.model.answer import Evidence
from auditapp.model.edits import Author
from auditapp.model.follow_up import Concern
from auditapp.model.ids import QuestionKey, new_record_id
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import put_auditor
from auditapp.run_mark import LeftRun
from tests.auditapp.exchange.desks import Desk
from tests.making import start_audit
from tests.ui.accessibility.stock import DRAFT
from tests.working_rounds import begin_round, draw_listed, give_list
from ui.audits.front_sheet_fields import FrontSheetFields
from ui.audits.new_audit_view import NewAuditView
from ui.exchange.receive_view import ReceiveView
from ui.home.left_run_notice import LeftRunNotice
from ui.insights.insights_page import InsightsPage
from ui.start.key_notice import KeyNotice
from ui.walkthrough.question.question_card import QuestionCard

SHORTFALL, WORRYING = QuestionKey("visits/VS2"), QuestionKey("visits/VS1-safe")
"""A question that is not met, and one with an answer that raises a concern."""

SEVERAL_AGENCIES = "HX-77"
"""An audit on the checklist that several agencies answer together."""

PASTED = """Case ref\tTeam\tWorker\tElse
HX-0001\tNorth\tSW-1\tx
John Smith\tNorth\tSW-2\ty
HX-0001\tNorth\tSW-2\ty
\tSouth\tSW-3\tz"""
"""A list with a row that looks like a name, one that is there twice and one without a reference."""

FULL = SaveFailedError("The disk is full.", "Free some space, then try again.")
STEPS = 6


def shortfall(visitor):
    """Show all that a question asks where it is not met, and what can be added to it."""
    view, window = visitor.open(DRAFT), visitor.window
    seen_in = (Evidence(document="Visits", place="page 3"), Evidence(document="Supervision"))
    window.open_audit.change_answer(SHORTFALL, value="not_met", note="Twice.", evidence=seen_in)
    _show(view, SHORTFALL)
    card = view.findChild(QuestionCard)
    yield "a shortfall", window
    card.add_evidence()
    yield "evidence is added", window
    card.follow_up.action_box.click()
    yield "an action is added", window
    card.actions_part.remove_all()
    card.evidence_part.rows[0].removal_asked.emit()
    yield "evidence was taken away", window
    visitor.leave()


def worrying(visitor):
    """Show an answer that may mean that a child is not safe."""
    view, window = visitor.open(DRAFT), visitor.window
    window.open_audit.change_answer(WORRYING, value="cannot_tell")
    _show(view, WORRYING)
    yield "a worrying answer", window
    visitor.leave()


def agencies(visitor):
    """Show a question that several agencies answer, its answer undone, and that it is not saved.

    In the end all messages are on show at once: with large text and 560 pixels they scroll.
    """
    workspace, window = visitor.window.workspace, visitor.window
    if SEVERAL_AGENCIES not in {row.case_reference for row in workspace.audits()}:
        start_audit(workspace, "dip-sample", case_reference=SEVERAL_AGENCIES)
    visitor.go_to("audits")
    view = visitor.open(SEVERAL_AGENCIES)
    audit = window.open_audit
    rated = next(each for each in audit.outline.questions if each.question.scale)
    _show(view, rated.key)
    yield "a question to several agencies", window
    audit.change_answer(rated.key, note="Seen in the file.")
    view._undo()
    visitor.wait(view.undone.isVisible)
    yield "an answer was undone", window
    view.undone.hide()
    view.save_failed.show_error(FULL)
    yield "not saved", window
    _raise_concern(visitor, audit)
    view.undone.show()
    view.save_failed.show_error(FULL)
    yield "three messages", window
    view.save_failed.hide()
    visitor.leave()


def set_up(visitor):
    """Show each step of a round that is planned, of one with a faulty list, and of one drawn."""
    window = visitor.window
    setup = _set_up(visitor, "Planned", give_list)
    for number in range(STEPS):
        setup.show_step(number)
        yield f"set-up of a round, step {number + 1}", window
    setup = _set_up(visitor, "Begun", lambda *_round: None)
    setup.show_step(1)
    QGuiApplication.clipboard().setText(PASTED)
    setup.list_step.paste()
    visitor.rest()
    assert setup.list_step.faults.isVisible()
    yield "a list with faults", window
    setup = _set_up(visitor, "Drawn", _draw)
    for number in range(1, STEPS):
        setup.show_step(number)
        yield f"set-up of a round that is drawn, step {number + 1}", window
    visitor.place("rounds").show_list()


def insights(visitor):
    """Show each group of figures, as pictures and as tables, and the lines behind a number."""
    visitor.go_to("insights")
    view = visitor.place("insights")
    page = view.page
    visitor.wait(lambda: not page.is_busy)
    for is_table in (False, True):
        for card in page.cards.cards.values():
            card.show_table(is_table=is_table)
        for group in page.cards.buttons:
            page.cards.show_group(group)
            yield f"insights, {group}, {'tables' if is_table else 'pictures'}", visitor.window
    _show_pictures(page)
    page.standing.tiles[2].click()
    visitor.wait(lambda: not view.lines.is_busy)
    yield "lines behind a number", visitor.window
    view.lines.back_button.click()


def notices(visitor):
    """Show what is told above the audits."""
    window, home = visitor.window, visitor.home
    home.show_audits()
    began = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    left = LeftRun(began, crash="Fatal Python error: Aborted")
    told = (
        LeftRunNotice(window._theme, window.workspace, left),
        KeyNotice(window._theme, window.workspace),
    )
    for notice in told:
        home.audits.add_notice(notice)
    yield "notices", window
    for notice in told:
        notice.hide()
        notice.deleteLater()


def received(visitor):
    """Show what a package holds and would do."""
    sent = _package(visitor)
    visitor.home.show_receive()
    view = visitor.window.findChild(ReceiveView)
    view.open_package(sent.path, sent.code)
    visitor.rest()
    visitor.wait(view.plan_card.isVisible)
    yield "a package", visitor.window
    view.stop()


def challenged(visitor):
    """Show a front sheet in which something looks like a name, and more is missing."""
    home, window = visitor.home, visitor.window
    home.show_new_audit()
    view = window.findChild(NewAuditView)
    view.findChild(FrontSheetFields).reference.set_text("John Smith 12/03/2011")
    view.start_button.click()
    yield "a front sheet with faults", window
    home.show_audits()


STATES = (shortfall, worrying, agencies, set_up, insights, notices, received, challenged)
"""The way through all of them."""


def _show(view, key):
    view.show_step(next(each for each in view._walk.steps if each.question == key))


def _raise_concern(visitor, audit):
    """Raise a concern about an audit, unless one is open."""
    if not audit.audit.open_concerns:
        found = Concern(what="Walks home alone.", found_at=audit.now(), raised_by="R. Okafor")
        audit.put_concern(None, found)
        visitor.wait(lambda: audit.is_saved)


def _by(visitor):
    return Author("R. Okafor", visitor.window.workspace.clock())


def _set_up(visitor, name, prepare):
    """Show the set-up of a round; return its view."""
    workspace, by = visitor.window.workspace, _by(visitor)
    found = [row.id for row in workspace.rounds() if row.name == name]
    if not found:
        found = [begin_round(workspace, by, name=name)]
        prepare(workspace, found[0], by)
    visitor.go_to("rounds")
    view = visitor.place("rounds")
    view._show_setup(view._opened(found[0]), 0)
    visitor.rest()
    return view.setup


def _draw(workspace, round_id, by):
    draw_listed(workspace, round_id, by)
    for name in ("Ana", "Ben"):
        key, who = new_record_id(), RoundAuditor(name=name, capacity=3)
        workspace.edit_round(round_id, lambda w, k=key, who=who: put_auditor(w, k, who, by))


def _show_pictures(page: InsightsPage):
    for card in page.cards.cards.values():
        card.show_table(is_table=False)
    page.cards.show_group("grades")


def _package(visitor):
    """Send an audit of somebody else; return the package."""
    folder = visitor.window._paths.home / "cara"
    number = sum(1 for _each in folder.parent.glob("cara*"))
    cara = Desk(folder.with_name(f"cara{number}"), "Cara")
    sent = cara.send(start_audit(cara.workspace, case_reference="HX-555"))
    cara.workspace.close()
    return sent
