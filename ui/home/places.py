# SPDX-License-Identifier: MPL-2.0
"""The places of the home, in the order of the rail: the one list that rail and pages come from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.home.home_pages import HomePages
from ui.home.place import Place
from ui.home.place_page import PlacePage
from ui.home.rail import Rail
from ui.insights.basket import Basket
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.settings.settings_view import SettingsView
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.actions.actions_view import ActionsView
    from ui.data.data_view import DataView
    from ui.home.home_view import HomeView
    from ui.insights.insights_view import InsightsView
    from ui.reports.reports_view import ReportsView
    from ui.rounds.rounds_view import RoundsView

PageT = TypeVar("PageT", bound=PlacePage)


@dataclass(frozen=True, slots=True)
class HomeTools:
    """What the pages of a home work with."""

    theme: Theme
    workspace: Workspace
    preferences: Preferences
    jobs: Jobs
    outside: Outside


class Places:
    """The places beside each other.

    The pages of audits and of checklists are shown by the home itself, for they take turns with
    pages that come and go; here they have their buttons only. A page is imported when it is made:
    most of them load much that the list of audits can do without.
    """

    def __init__(
        self,
        home: "HomeView",
        tools: HomeTools,
        pages: HomePages,
        rail: Rail,
        show: Callable[[QWidget], object],
    ) -> None:
        """Fill ``rail``; what a page asks of the window is asked by the signals of ``home``."""
        self._home = home
        self._tools = tools
        self._pages = pages
        self._rail = rail
        self._show = show
        self.basket = Basket(home)
        self.audits_button = rail.add_place("clipboard-list", _("Audits"))
        self.actions: Place[ActionsView] = self._add(
            "actions", "flag", _("Actions"), self._make_actions
        )
        self.rounds: Place[RoundsView] = self._add(
            "rounds", "layers", _("Rounds"), self._make_rounds
        )
        self.insights: Place[InsightsView] = self._add(
            "insights", "chart-column", _("Insights"), self._make_insights
        )
        self.reports: Place[ReportsView] = self._add(
            "reports", "file-text", _("Reports"), self._make_reports
        )
        self.checklists_button = rail.add_place("list-checks", _("Checklists"))
        self.data: Place[DataView] = self._add("data", "archive", _("Your data"), self._make_data)
        self.settings: Place[SettingsView] = self._add(
            "settings", "settings", _("Settings"), self._make_settings
        )

    @property
    def by_name(self) -> Mapping[str, Place[PlacePage]]:
        """The places by their names."""
        return {place.name: place for place in self._all()}

    @property
    def on_show(self) -> "Place[PlacePage] | None":
        """The place whose page is seen; None where that is a page of something else."""
        return next((place for place in self._all() if place.is_on_show), None)

    def sealed(self) -> dict[str, bytes]:
        """Return what is chosen and typed on the pages made so far, sealed, by their names."""
        made = [(place.name, place.view) for place in self._all()]
        sealed = {name: view.sealed_place() for name, view in made if view is not None}
        return {name: words for name, words in sealed.items() if words}

    def resume(self, sealed: Mapping[str, bytes]) -> None:
        """Show on the pages that are made what was chosen and typed before the window locked.

        The page of insights is made for it: the figures chosen there may be wanted on another.
        """
        if self.insights.name in sealed:
            self.insights.made()
        for place in self._all():
            if place.view is not None and place.name in sealed:
                place.view.resume(sealed[place.name])

    def back_up(self) -> None:
        """Show what is kept, and ask where a backup is to go."""
        self.data.show()
        self.data.made().backup.back_up()

    def make_recovery_key(self) -> None:
        """Show what is kept, and begin to make another recovery key."""
        self.data.show()
        self.data.made().keys.make_recovery_key()

    @property
    def ways(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """The words of each place, and what shows it."""
        return ((place.button.text(), place.show) for place in self._all())

    # Building

    def _all(self) -> tuple[Place[PlacePage], ...]:
        places = (
            self.actions, self.rounds, self.insights, self.reports, self.data, self.settings,
        )  # fmt: skip
        # A place only ever gives its page, so one of a kind of page is one of pages.
        return cast("tuple[Place[PlacePage], ...]", places)

    def _add(self, name: str, icon: str, words: str, make: Callable[[], PageT]) -> Place[PageT]:
        return Place(name, self._rail.add_place(icon, words), make, self._pages, self._show)

    def _make_actions(self) -> "ActionsView":
        from ui.actions.actions_view import ActionsView  # noqa: PLC0415 - see the class

        tools = self._tools
        view = ActionsView(
            tools.theme, tools.workspace, tools.preferences, tools.jobs, tools.outside
        )
        view.audit_asked.connect(self._home.step_chosen)
        view.report_asked.connect(self._home.report_asked)
        return view

    def _make_rounds(self) -> "RoundsView":
        from ui.rounds.rounds_view import RoundsView  # noqa: PLC0415 - see the class

        tools = self._tools
        view = RoundsView(
            tools.theme, tools.workspace, tools.preferences, tools.jobs, tools.outside
        )
        view.audit_chosen.connect(self._home.audit_chosen)
        view.send_asked.connect(self._home.send)
        return view

    def _make_insights(self) -> "InsightsView":
        from ui.insights.insights_view import InsightsView  # noqa: PLC0415 - see the class

        tools = self._tools
        view = InsightsView(tools.theme, tools.workspace, tools.jobs, tools.outside, self.basket)
        view.line_chosen.connect(self._home.line_chosen)
        view.report_asked.connect(self._on_summary_asked)
        view.moderation_asked.connect(self._home.show_moderation)
        return view

    def _make_reports(self) -> "ReportsView":
        from ui.reports.reports_view import ReportsView  # noqa: PLC0415 - see the class

        tools = self._tools
        return ReportsView(
            tools.theme, tools.workspace, tools.preferences, tools.jobs, tools.outside,
            basket=self.basket,
        )  # fmt: skip

    def _make_data(self) -> "DataView":
        from ui.data.data_view import DataView  # noqa: PLC0415 - see the class

        tools = self._tools
        view = DataView(tools.theme, tools.workspace, tools.preferences, tools.jobs, tools.outside)
        view.restore_asked.connect(self._home.restore_asked)
        view.lock_asked.connect(self._home.lock_asked)
        view.keys_changed.connect(self._home.notices.refresh)
        return view

    def _make_settings(self) -> SettingsView:
        # It brings the preview of reports.
        from ui.settings.layout_card import LayoutCard  # noqa: PLC0415 - see the class

        tools = self._tools
        layout = LayoutCard(
            tools.theme, tools.workspace, tools.preferences, tools.jobs, tools.outside
        )
        return SettingsView(
            tools.theme, tools.preferences, tools.workspace.paths,
            layout=layout, warnings=tools.workspace.place_warnings(),
        )  # fmt: skip

    # Slots

    def _on_summary_asked(self) -> None:
        self.reports.show()
        self.reports.made().choose_summary()
