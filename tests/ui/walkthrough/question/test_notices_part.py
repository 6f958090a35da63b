# SPDX-License-Identifier: MPL-2.0
"""Test the banners: immediate concern and warnings."""

from auditapp.model.follow_up import Concern


def test_a_worrying_answer_offers_to_raise_a_concern(card, ask, qtbot):
    """The button names the question for which a concern is to be raised."""
    key = ask("VS1-safe")
    assert card.notices_part.isHidden()
    card.choose(3)
    banner = card.notices_part.concern
    assert banner.isVisible()
    with qtbot.waitSignal(card.concern_asked) as asked:
        banner.buttons[0].click()
    assert [key] == asked.args


def test_a_concern_that_was_raised_is_not_asked_for_again(card, ask, open_audit, workspace):
    """The banner gives way to a pill, also when the concern was raised elsewhere."""
    key = ask("VS1-safe")
    card.choose(3)
    concern = Concern(what="Nobody has seen him.", question=key, found_at=workspace.clock())
    open_audit.put_concern(None, concern)
    assert card.notices_part.concern.isHidden()
    assert ["Concern open"] == card.heading.marks


def test_an_answered_concern_is_told_as_such(card, ask, open_audit, workspace):
    """A closed concern stays on the card, but raises no alarm."""
    key = ask("VS1-safe")
    now = workspace.clock()
    concern = Concern(what="Not seen.", question=key, found_at=now, response="Seen.", closed_at=now)
    open_audit.put_concern(None, concern)
    assert ["Concern answered"] == card.heading.marks


def test_a_warning_of_the_checklist_shows_and_goes(card, ask, open_audit):
    """A warning stands beside the answer while it holds; it never blocks."""
    open_audit.change_answer("visits/VS3-count", value=1)
    ask("VS3")
    card.choose(2)
    warning = card.notices_part.warning
    assert warning.isVisible()
    assert warning.accessibleDescription().startswith("You found an aim, a finding")
    card.choose(3)
    assert warning.isHidden()
