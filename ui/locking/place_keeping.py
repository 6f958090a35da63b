# SPDX-License-Identifier: MPL-2.0
"""Note where somebody is before the window locks, and go back there after unlocking."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from auditapp.workspace import Workspace
from ui.audit_desk import AuditDesk
from ui.home.home_view import HomeView
from ui.locking.left_place import AuditPlace, LeftPlace, TryOutPlace
from ui.locking.spot import Spot, go_to_spot, read_spot
from ui.review.amend_dialog import AmendWords
from ui.walkthrough.audit_view import AuditView
from ui.walkthrough.earlier_actions_card import EarlierActionsCard


def leave_place(workspace: Workspace, home: HomeView, desk: AuditDesk) -> LeftPlace:
    """Return where somebody is.

    A dialog in which a concern is being written is settled by that, and closed. What is typed for
    an amendment that is not open yet is sealed.
    """
    pages = home.places.sealed()
    if desk.view is not None and desk.open_audit is not None:
        return replace(_leave_audit(workspace, desk), pages=pages)
    mark = workspace.state_mark()
    page = home.page
    spot = Spot() if page is None else read_spot(page)
    view = home.try_out
    if view is None or page is not view:
        pair = None if home.moderation is None else home.moderation.sealed_place(page)
        new = home.new_audit if page is home.new_audit else None
        deed = _sealed_deed(workspace, None if new is None else new.earlier)
        sending = home.late.sending
        dialog = None if sending is None else _sealed(workspace, sending.typed())
        return LeftPlace(
            mark, home.page_name,
            pages=pages, moderation=pair, deed=deed, dialog=dialog, spot=spot,
        )  # fmt: skip
    audit = view.open_audit.audit
    pin = audit.checklists[0]
    place = TryOutPlace(pin.id, pin.version, audit.front.cohorts, view.step)
    return LeftPlace(mark, try_out=place, spot=spot)


def with_state_of(workspace: Workspace, left: LeftPlace) -> LeftPlace:
    """Return the place with the mark of what is saved now, just before the workspace is closed."""
    audit_id = None if left.audit is None else left.audit.audit_id
    return replace(left, mark=workspace.state_mark(audit_id))


def go_back(left: LeftPlace, workspace: Workspace, home: HomeView, desk: AuditDesk) -> None:
    """Go where somebody was, unless the workspace is another one, or in another state, now."""
    audit_id = None if left.audit is None else left.audit.audit_id
    if left.mark != workspace.state_mark(audit_id):
        return
    if left.audit is not None:
        home.places.resume(left.pages)  # the page that it was opened from
        _go_back_to_audit(left.audit, left.spot, workspace, desk)
        if desk.view is not None:
            _ask_deed(left, workspace, desk.view.pages.earlier_card)
            _open_again(left, workspace, desk.view.links.resume)
    elif left.try_out is not None:
        home.resume_try_out(left.try_out)
    elif left.moderation is not None:
        home.resume_pair(left.moderation)
    else:
        _go_back_home(left, workspace, home)


def ask_again(left: LeftPlace, workspace: Workspace, desk: AuditDesk) -> None:
    """Open the dialog of an amendment again, with what was typed, in an audit that stayed open."""
    if left.audit is not None and desk.view is not None:
        _ask_again(left.audit, workspace, desk.view)


def _go_back_home(left: LeftPlace, workspace: Workspace, home: HomeView) -> None:
    home.go_to(left.page)
    home.places.resume(left.pages)
    if home.new_audit is not None:
        _ask_deed(left, workspace, home.new_audit.earlier)
    if home.page is not None:
        go_to_spot(home.page, left.spot)
    _open_again(left, workspace, home.late.resume_sending)


def _leave_audit(workspace: Workspace, desk: AuditDesk) -> LeftPlace:
    view, open_audit = desk.view, desk.open_audit
    assert view is not None and open_audit is not None  # noqa: S101, PT018 - the caller looked
    spot = read_spot(_shown(view))
    concern = view.concerns.settle_now()
    words = view.pages.amendments.words if view.pages.amendments is not None else None
    sealed = None if words is None else workspace.seal_words(json.dumps(words))
    audit_id = open_audit.audit.id
    place = AuditPlace(audit_id, view.step, concern, sealed, view.pages.chosen_report)
    deed = _sealed_deed(workspace, view.pages.earlier_card)
    dialog = _sealed(workspace, view.links.typed())
    mark = workspace.state_mark(audit_id)
    return LeftPlace(mark, audit=place, deed=deed, dialog=dialog, spot=spot)


def _sealed_deed(workspace: Workspace, card: EarlierActionsCard | None) -> bytes | None:
    """Return what is typed about an action of an earlier audit; None where nothing is."""
    return _sealed(workspace, None if card is None else card.desk.typed())


def _sealed(workspace: Workspace, typed: Mapping[str, Any] | None) -> bytes | None:
    return None if typed is None else workspace.seal_words(json.dumps(typed))


def _ask_deed(left: LeftPlace, workspace: Workspace, card: EarlierActionsCard | None) -> None:
    if left.deed is None or card is None:
        return
    words = workspace.unseal_words(left.deed)
    if words is not None:
        card.desk.resume(json.loads(words))


def _open_again(
    left: LeftPlace, workspace: Workspace, resume: Callable[[Mapping[str, Any]], None]
) -> None:
    words = None if left.dialog is None else workspace.unseal_words(left.dialog)
    if words is not None:
        resume(json.loads(words))


def _go_back_to_audit(place: AuditPlace, spot: Spot, workspace: Workspace, desk: AuditDesk) -> None:
    desk.open(place.audit_id, place.step, place.report)
    view, open_audit = desk.view, desk.open_audit
    if view is None or open_audit is None or view.step != place.step:
        return
    if place.concern is not None and place.concern in open_audit.audit.concerns:
        view.concerns.show_concern(place.concern)
    _ask_again(place, workspace, view)
    go_to_spot(_shown(view), spot)


def _ask_again(place: AuditPlace, workspace: Workspace, view: AuditView) -> None:
    if place.amendment is None or view.pages.amendments is None:
        return
    words = workspace.unseal_words(place.amendment)
    if words is not None:
        view.pages.amendments.ask(AmendWords(*json.loads(words)))


def _shown(view: AuditView) -> QWidget:
    """Return what of an audit is in front: a dialog in which somebody writes, or its view."""
    amendments = view.pages.amendments
    asked = None if amendments is None else amendments.dialog
    return view.concerns.dialog or asked or view
