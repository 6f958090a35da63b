# SPDX-License-Identifier: MPL-2.0
"""A question card in a window, on an audit that is kept in a real store."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from auditapp.model.ids import QuestionKey
from tests.making import start_audit
from tests.ui.view_fixtures import in_window, show, theme, workspace
from ui.open_audit import OpenAudit
from ui.walkthrough.question.question_card import QuestionCard

__all__ = ["in_window", "show", "theme", "workspace"]


@pytest.fixture
def open_audit(qapp, workspace):
    """Return an open audit on the visits to a child in care, aged 16."""
    opened = OpenAudit(workspace, start_audit(workspace))
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def card(theme, open_audit, show):
    """Return a question card as wide as in the window of a laptop; no question is shown yet."""
    card = QuestionCard(theme, open_audit)
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.setWidget(card)
    show(page, 720, 640)
    return card


@pytest.fixture
def ask(card):
    """Return a function that shows a question of the visits checklist and returns its key."""

    def ask(question):
        key = QuestionKey(f"visits/{question}")
        card.show_question(key)
        return key

    return ask


@pytest.fixture
def answer(card, open_audit):
    """Return a function that returns the answer to the question on show, as it is kept."""
    return lambda: open_audit.audit.answer(card.key)


@pytest.fixture
def visits(open_audit):
    """Give what the rule for visits in care needs; return a function that enters their dates."""
    open_audit.change_answer(QuestionKey("visits/VS1-situation"), value="after_year")
    open_audit.change_answer(QuestionKey("visits/VS1-start"), value="2025-03-02")

    def visits(*days):
        dates = tuple(dt.date.fromisoformat(day).isoformat() for day in days)
        open_audit.change_answer(QuestionKey("visits/VS1-care"), value=dates)

    return visits
