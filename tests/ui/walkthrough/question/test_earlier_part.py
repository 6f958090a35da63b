# SPDX-License-Identifier: MPL-2.0
"""Test what was answered to an earlier wording, beside the question as it is now."""

import pytest

from tests.making import start_audit
from tests.ui.revised import move_to_revision
from ui.open_audit import OpenAudit

KEY = "visits/VS2"
OLD_TEXT = "Was the child seen alone, and where they were not, is there a good reason?"
SHOWN = """      - id: VS4-shown
        renamed_from: [VS4-words]
        kind: text
        text: What has the child shown?
        sources: ["hull-2015 para 43"]
"""
CHANGES = (
    (OLD_TEXT, "Was the child seen alone whenever that was possible?"),
    (
        "      - id: VS4-words\n",
        SHOWN + "      - id: VS4-said\n        renamed_from: [VS4-words]\n",
    ),
)


@pytest.fixture
def open_audit(qapp, workspace, tmp_path):
    """Return an open audit that was answered before its checklist was revised."""
    audit_id = start_audit(workspace)
    before = OpenAudit(workspace, audit_id)
    before.change_answer(KEY, value="met", note="Each time.")
    before.change_answer("visits/VS4-words", value="She likes school.", note="In May.")
    before.close()
    move_to_revision(workspace, audit_id, tmp_path, *CHANGES)
    opened = OpenAudit(workspace, audit_id)
    yield opened
    opened.close()
    opened.deleteLater()


def test_an_answer_to_confirm_stands_beside_the_old_wording(card, ask):
    """The auditor sees what was asked and answered then, and why it is asked again."""
    ask("VS2")
    banner = card.earlier_part.to_confirm
    assert banner.isVisible()
    for words in (OLD_TEXT, "version 1.0", "Met"):
        assert words in banner.accessibleDescription()


def test_a_press_confirms_it(card, ask, open_audit, qtbot):
    """The answer stays as it was, and undo asks again."""
    ask("VS2")
    card.earlier_part.to_confirm.buttons[0].click()
    assert card.earlier_part.isHidden()
    assert {} == open_audit.audit.to_confirm
    assert ("met", "Each time.") == (
        open_audit.audit.answer(KEY).value,
        open_audit.audit.answer(KEY).note,
    )
    open_audit.undo()
    qtbot.waitUntil(card.earlier_part.to_confirm.isVisible)


def test_another_answer_confirms_it_too(card, ask, open_audit):
    """Whoever answers now answers the wording of today; a note alone does not."""
    ask("VS2")
    open_audit.change_answer(KEY, note="Each time, at school.")
    assert card.earlier_part.to_confirm.isVisible()
    card.choose(2)
    assert card.earlier_part.isHidden()


def test_other_questions_have_nothing_earlier(card, ask):
    """The banners belong to their question."""
    ask("VS2")
    ask("VS3-count")
    assert card.earlier_part.isHidden()


@pytest.mark.parametrize("question", ["VS4-said", "VS4-shown"])
def test_an_answer_set_aside_stands_beside_what_asks_for_it_now(card, ask, question):
    """The question was split, so the answer is readable beside both, with its note."""
    ask(question)
    (banner,) = card.earlier_part.set_aside
    assert banner.isVisible()
    for words in ("She likes school.", "In May.", "version 1.0"):
        assert words in banner.accessibleDescription()
    ask("VS2")
    assert banner.isHidden()
