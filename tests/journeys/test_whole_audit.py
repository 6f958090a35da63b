# SPDX-License-Identifier: MPL-2.0
"""Test the whole way by the keyboard alone: from the first start to the signed report.

The demo's script presses keys in the real window on the real store; nothing is called on the side.
What it typed is then looked for in the words of the PDF and in the store.
"""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from auditapp.judgement.day_words import day_words
from auditapp.model.chain import first_fault
from auditapp.model.labels import label
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.journeys.reading import plain, words_of_pdf
from ui.app import make_window
from ui.demo import sample
from ui.demo.hands import Hands
from ui.demo.sample_answers import ANSWERS
from ui.demo.script import Script
from ui.demo.straight_outside import StraightOutside
from ui.main_window import USUAL_SIZE

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def journey(qapp, tmp_path_factory):
    """Play the audit once; return the folder of the workspace and the report."""
    home = tmp_path_factory.mktemp("journey")
    report = home / "report.pdf"
    window = make_window(qapp, find_paths(home), StraightOutside(report))
    window.resize(USUAL_SIZE)
    window.show()
    seen = []
    try:
        Script(window, Hands(window), seen.append).play(report)
    finally:  # what goes wrong here must not go wrong in the tests after it as well
        _put_away(window)
    return home, report, seen


@pytest.fixture(scope="module")
def words(journey):
    """Return the words of the report."""
    return words_of_pdf(journey[1])


@pytest.fixture(scope="module")
def workspace(journey):
    """Return the workspace that the journey left behind, opened with its passphrase."""
    workspace = Workspace.unlock(find_paths(journey[0]), sample.PASSPHRASE)
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def outline(workspace):
    """Return the audit as the store has it."""
    (row,) = workspace.audits()
    return workspace.outline(workspace.open_audit(row.id))


def test_every_screen_was_seen(journey):
    """The script stops at each screen that is worth a picture."""
    assert 23 == len(set(journey[2]))


def test_every_question_was_answered_as_typed(outline):
    """The store has exactly the sample's values, for exactly the questions that were asked."""
    given = {asked.key: outline.audit.answer(asked.key).value for asked in outline.questions}

    assert {key: each.value for key, each in ANSWERS.items()} == given


@pytest.mark.parametrize("key", ANSWERS)
def test_every_answer_is_in_the_report(key, outline, words):
    """Value, note, evidence, cause and reasons of each answer can be read in the PDF."""
    asked, given = outline.by_key[key], ANSWERS[key]
    expected = [asked.question.text, *_value_words(asked, given.value)]
    expected += [given.note, given.late_reason]
    expected += [part for each in given.evidence for part in (each[0], each[2])]
    expected += [label(outline.audit.answer(key).cause)] if given.cause else []

    assert [] == [text for text in expected if plain(text) not in words]


def test_every_action_is_in_the_report(outline, words):
    """What is to be done, by whom, by when, and how we will know."""
    actions = [each.action for each in ANSWERS.values() if each.action]
    expected = [
        text
        for action in actions
        for text in (action.what, action.owner, day_words(action.due), action.how_we_will_know)
    ]

    assert len(actions) == len(outline.audit.actions)
    assert [] == [text for text in expected if plain(text) not in words]


def test_grades_and_their_reasons_are_in_the_report(outline, words):
    """Each section's grade with its reason, and the practice and impact grade with theirs."""
    reasons = {grade.reason for grade in outline.audit.grades.values()}

    assert {sample.PRACTICE_GIVEN[1], sample.IMPACT_GIVEN[1]} < reasons
    assert [] == [text for text in reasons if plain(text) not in words]


def test_the_rest_is_in_the_report(words):
    """Concern, feedback, strengths, areas for improvement, summary and front sheet."""
    concern = sample.CONCERN
    expected = [concern.what, concern.told, concern.response, sample.SUMMARY]
    expected += [*sample.STRENGTHS, *sample.IMPROVEMENTS]
    expected += [text for each in sample.FEEDBACK.values() for text in each]
    expected += [sample.REFERENCE, sample.AUDITOR, sample.TEAM, sample.WORKER]

    assert [] == [text for text in expected if plain(text) not in words]


def test_the_report_carries_the_hash_that_was_signed(outline, words):
    """So that anyone can tell whether a report is of what was signed off."""
    assert outline.audit.sign_off.content_hash in words.replace(" ", "")


def test_the_audit_is_signed_and_its_history_whole(workspace, outline):
    """Nothing of it can be changed any more, and every change is on record."""
    history = workspace.history(outline.audit.id)

    assert not outline.audit.is_draft
    assert first_fault(history) is None
    assert ["signed_off", "exported"] == [entry.kind.value for entry in history[-2:]]


def _put_away(window):
    """Close the window, whatever it would rather keep open, and take it apart."""
    window.close()
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _value_words(asked, value):
    """Return the words for the value of an answer, as the report should give them."""
    if value is None:
        return []
    kind = asked.question.kind
    texts = {each.id: each.text for each in asked.question.answers}
    if kind == "rating":
        texts = {each.id: each.text for each in asked.checklist.scale(asked.question.scale).answers}
    if kind in ("date", "dates"):
        days = value if isinstance(value, tuple) else (value,)
        return [day_words(dt.date.fromisoformat(day)) for day in days]
    values = value if isinstance(value, tuple) else (value,)
    return [texts.get(each, str(each)) for each in values]
