# SPDX-License-Identifier: MPL-2.0
"""Look by the keyboard at what many audits say: actions, rounds, insights and second readings."""

from ui.demo import sample
from ui.demo.hands import Hands
from ui.demo.question_script import Look
from ui.home.home_view import HomeView
from ui.main_window import MainWindow
from ui.rounds.rounds_view import RoundsView


class ProgrammeScript:
    """Play who answers for auditing; the window is locked, with an authority’s audits in it."""

    def __init__(self, window: MainWindow, hands: Hands, look: Look) -> None:
        self._window = window
        self._hands = hands
        self._look = look

    def play(self) -> None:
        """Do everything; the window is locked again at the end."""
        hands = self._hands
        hands.fill("Passphrase", sample.PASSPHRASE)
        hands.press("Return")
        hands.wait_for(lambda: self._window.home_view is not None, "the audits")
        hands.rest()
        self.follow_actions()
        self.look_at_a_round()
        self.read_figures()
        self.compare_readings()
        hands.press("Ctrl+L")
        hands.wait_for(lambda: self._window.workspace is None, "the lock")

    # The parts

    def follow_actions(self) -> None:
        """Look at what all audits ask for, with one action whole beside the list."""
        hands, home = self._hands, self._home
        hands.go_by_rail("Actions")
        view = home.places.actions.view
        assert view is not None  # noqa: S101 - it is on show
        part = view.actions_part
        hands.wait_for(lambda: part.list.model().rowCount() > 0, "the actions")
        part.list.setFocus()
        hands.press("Home")
        hands.press("Space")
        self._let_it_work()
        self._look("31-actions")

    def look_at_a_round(self) -> None:
        """Open the round, and look at how far its audits are."""
        hands = self._hands
        hands.go_by_rail("Rounds")
        rounds = self._home.places.rounds.view
        assert rounds is not None  # noqa: S101 - it is on show
        rounds.listed.table.setFocus()
        hands.press("Home")
        hands.press("Return")
        self._wait_for_round(rounds)
        self._look("32-round")

    def read_figures(self) -> None:
        """Look at how things stand, at the figures, and at the lines behind one."""
        hands = self._hands
        hands.go_by_rail("Insights")
        view = self._home.places.insights.view
        assert view is not None  # noqa: S101 - it is on show
        hands.wait_for(lambda: not view.page.is_busy, "the figures")
        self._let_it_work()
        self._look("33-insights")
        hands.tab_to("Grades")
        hands.arrow_across_to("Criteria")
        hands.press("Space")
        hands.tab_to("Weakest criteria")
        hands.press("Right")
        hands.rest()
        self._look("34-criteria")
        hands.press("Return")
        hands.wait_for(lambda: not view.lines.is_busy, "the lines")
        self._let_it_work()
        self._look("35-lines")
        hands.tick("Back to the figures")

    def compare_readings(self) -> None:
        """Look at how far readers agree, and at two readings side by side."""
        hands, home = self._hands, self._home
        hands.tab_to("Criteria")
        hands.arrow_across_to("Feedback and moderation")
        hands.press("Space")
        hands.tick("Second readings, side by side")
        desk = home.moderation
        assert desk is not None  # noqa: S101 - it is on show
        self._let_it_work()
        self._look("36-moderation")

    # Inside

    def _wait_for_round(self, rounds: RoundsView) -> None:
        self._hands.wait_for(lambda: rounds.at_work is not None, "the round")
        self._let_it_work()

    def _let_it_work(self) -> None:
        self._hands.wait_for(lambda: not self._window.is_working, "what was begun")
        self._hands.rest()

    @property
    def _home(self) -> HomeView:
        home = self._window.home_view
        assert home is not None  # noqa: S101 - the script has unlocked it
        return home
