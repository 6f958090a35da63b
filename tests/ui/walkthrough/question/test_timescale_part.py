# SPDX-License-Identifier: MPL-2.0
"""Test what the card says about timescales."""

from PySide6.QtTest import QTest


def test_a_question_without_a_timescale_shows_none(card, ask):
    """Most questions have no timescale."""
    ask("VS1-last")
    assert card.timescale_part.isHidden()


def test_before_an_answer_only_the_rule_is_shown(card, ask, visits):
    """Nothing is called late before anything has been entered."""
    visits()
    ask("VS1-care")
    part = card.timescale_part
    assert "Timescale: 1 week, then 6 weeks" == part.limit.text()
    shown = [each.isVisible() for each in (part.badge, part.sentence, part.strip, part.reason)]
    assert [False] * 4 == shown


def test_what_is_missing_for_the_judgement_is_said(card, ask):
    """Without the situation the rule cannot be applied, and the card says what to choose."""
    ask("VS1-care")
    assert "Choose" in card.timescale_part.sentence.text()


def test_dates_are_judged_as_they_are_entered(card, ask, visits):
    """Badge, sentence and the line of time follow each date."""
    visits("2026-06-01", "2026-07-10")
    ask("VS1-care")
    entry = card.answer_part.editor.entry
    QTest.keyClicks(entry.line_edit, "28/8/2026")
    card.settle_now()
    part = card.timescale_part
    assert part.sentence.text().startswith("2 of 3 visits were late")
    assert ("danger", True) == (part.badge.tone, part.strip.isVisible())


def test_lateness_wants_a_reason(card, ask, answer, visits):
    """The reason is needed where the checklist says so, and the hint goes once it is given."""
    visits("2026-06-01", "2026-08-28")
    ask("VS1-care")
    reason = card.timescale_part.reason
    assert reason.isVisible()
    assert reason.editor.accessibleDescription().startswith("Needed before sign-off.")
    QTest.keyClicks(reason.text_edit, "Worker off sick; no cover on file.")
    card.settle_now()
    assert "Worker off sick; no cover on file." == answer().late_reason
    assert not reason.editor.accessibleDescription()


def test_timing_can_be_explained_without_lateness(card, ask, answer, visits):
    """The reason is there for every question with a timescale, one press away."""
    visits("2025-11-05", "2025-12-10", "2026-01-15", "2026-02-20", "2026-03-30", "2026-05-05")
    ask("VS1-care")
    part = card.timescale_part
    visits(
        *("2025-11-05", "2025-12-10", "2026-01-15", "2026-02-20", "2026-03-30", "2026-05-05"),
        *("2026-06-10", "2026-07-15", "2026-08-20", "2026-10-01"),
    )
    assert ("ok", False) == (part.badge.tone, part.reason.isVisible())
    part.explain.click()
    assert part.reason.text_edit.hasFocus()
    QTest.keyClicks(part.reason.text_edit, "Seen weekly by the support worker too.")
    card.settle_now()
    assert "Seen weekly by the support worker too." == answer().late_reason


def test_a_reason_that_was_written_is_never_hidden(card, ask, visits, open_audit):
    """It stays on show when the dates are mended."""
    open_audit.change_answer("visits/VS1-care", late_reason="Snow.")
    ask("VS1-care")
    assert card.timescale_part.reason.isVisible()
