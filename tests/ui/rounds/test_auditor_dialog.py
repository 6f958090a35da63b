# SPDX-License-Identifier: MPL-2.0
"""Test the dialog that asks about an auditor: their own teams must be those of the list."""

import pytest

from auditapp.model.round import RoundAuditor
from ui.rounds.auditor_dialog import AuditorDialog

TEAMS = ("Children in care, north", "Children in care, south", "North", "Leaving care")


@pytest.fixture
def ask(theme, qtbot):
    """Return a function that asks about an auditor and gives what is typed about the teams."""

    def ask(words, known=TEAMS, auditor=None):
        dialog = AuditorDialog(theme, auditor, known)
        qtbot.addWidget(dialog)
        given = []
        dialog.given.connect(given.append)
        if auditor is None:
            dialog.name.set_text("Ana")
            dialog.teams.set_text(words)
        dialog.keep_button.click()
        return given[0].teams if given else dialog.teams.error

    return ask


@pytest.mark.parametrize(
    ("words", "teams"),
    [
        ("", ()),
        ("Children in care, north", ("Children in care, north",)),
        ("children in care,  NORTH ; Leaving care", ("Children in care, north", "Leaving care")),
        ("North, Leaving care", ("North", "Leaving care")),
        ("North, Leaving care; Children in care, south",
         ("North", "Leaving care", "Children in care, south")),
    ],
)  # fmt: skip
def test_a_team_may_have_a_comma_in_its_name(ask, words, teams):
    """Or else nobody would see that the case is the auditor's own."""
    assert teams == ask(words)


def test_a_team_that_is_not_on_the_list_is_named(ask):
    """A slip of the pen would give an auditor a case of their own."""
    error = ask("North; Leaving cars")
    assert "this team: Leaving cars. The list has: Children in care, north; " in error


def test_before_there_is_a_list_any_team_is_taken(ask):
    """Nothing is known about them then."""
    assert ("Visits, east", "North") == ask("Visits, east; North", known=())


def test_what_was_given_is_as_it_was_after_another_look(ask):
    """Nothing is parted that was one."""
    auditor = RoundAuditor(name="Ana", teams=("Children in care, north", "North"))
    assert auditor.teams == ask("", auditor=auditor)
