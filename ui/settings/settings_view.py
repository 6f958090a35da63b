# SPDX-License-Identifier: MPL-2.0
"""Show and change the settings; every change applies and is saved at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.paths import AppPaths
from auditapp.settings import MARKINGS
from auditapp.standards import local_names, timescale_groups
from auditapp.store_place import PlaceWarning
from ui.home.place_page import PlacePage
from ui.preferences import Preferences
from ui.settings.keys_card import KeysCard
from ui.settings.language_card import LanguageCard
from ui.settings.look_card import LookCard
from ui.settings.names_card import NamesCard
from ui.settings.reference_card import ReferenceCard
from ui.settings.standards_card import StandardsCard
from ui.settled import show_settled
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading

if TYPE_CHECKING:
    from ui.settings.layout_card import LayoutCard

_LEAST_MINUTES, _MOST_MINUTES = 1, 120


class SettingsView(Page, PlacePage):
    """All settings on one page."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        paths: AppPaths,
        parent: QWidget | None = None,
        *,
        layout: "LayoutCard | None" = None,
        warnings: Sequence[PlaceWarning] = (),
    ) -> None:
        """Show the settings.

        Args:
            theme: the theme in use.
            preferences: the settings.
            paths: where the audits and the checklists are.
            parent: the widget around this one.
            layout: chooses what reports look like, where there is a workspace to choose it for.
            warnings: about the folder of the audits.
        """
        super().__init__(theme, spacing=SPACE["4"], is_read=True, parent=parent)
        self._preferences = preferences
        self.look = LookCard(theme, preferences)
        self.language = LanguageCard(theme, preferences)
        self.auditor = LineField(theme, _("Your name or initials"))
        self.organisation = LineField(theme, _("Organisation"))
        self.marking = ComboField(theme, _("Marking on reports"))
        self.layout_card = layout
        self.idle_minutes = NumberField(
            theme, _("Lock when nothing is touched for"), unit=_("minutes"),
            least=_LEAST_MINUTES, most=_MOST_MINUTES,
        )  # fmt: skip
        self.references = ReferenceCard(theme, preferences)
        self.keys = KeysCard(theme, preferences)
        self.names = NamesCard(theme, preferences, local_names(paths.checklists))
        self.standards = StandardsCard(theme, preferences, timescale_groups(paths.checklists))
        self.folder = LineField(theme, _("Folder"))
        self._build(paths, warnings)
        self._refresh()
        self._connect()

    def settle_now(self) -> None:
        """Keep what is typed and not kept yet."""
        for field in (
            self.auditor,
            self.organisation,
            self.idle_minutes,
            self.references.pattern,
            *self.names.fields.values(),
        ):
            field.settle_now()

    def stop(self) -> None:
        """End what is under way, before the window locks."""
        if self.layout_card is not None:
            self.layout_card.stop()

    # Building

    def _build(self, paths: AppPaths, warnings: Sequence[PlaceWarning]) -> None:
        theme = self._theme
        self.auditor.set_hint(_("As printed on the audits that you start from now on."))
        self.folder.set_text(str(paths.home))
        self.folder.set_read_only(True)
        self._column.addWidget(PageHeading(theme, _("Settings")))
        self._column.addWidget(self.look)
        self._column.addWidget(self.language)
        self._column.addWidget(
            self._card(_("You and your organisation"), "", self.auditor, self.organisation,
                       self.marking)
        )  # fmt: skip
        if self.layout_card is not None:
            self._column.addWidget(self.layout_card)
        self._column.addWidget(
            self._card(_("Locking"), _("Your work is saved before the window locks."),
                       self.idle_minutes)
        )  # fmt: skip
        self._column.addWidget(self.references)
        self._column.addWidget(self.keys)
        self._column.addWidget(self.names)
        self._column.addWidget(self.standards)
        self._column.addWidget(
            self._card(
                _("Where your audits are kept"),
                _("Only on this computer, locked with your passphrase. Backups are made under "
                  "Your data."),
                self.folder,
                columns=1,
            )
        )  # fmt: skip
        for each in warnings:
            self._column.addWidget(Banner(theme, "warn", each.title, each.text))
        self._column.addStretch(1)

    def _first_stop(self) -> QWidget:
        return self.look.colours

    def _card(self, title: str, words: str, *fields: QWidget, columns: int = 2) -> Card:
        card = Card(self._theme)
        card.body.setSpacing(8)
        card.body.addWidget(TextLabel(self._theme, title, "heading", wrap=True))
        if words:
            card.body.addWidget(TextLabel(self._theme, words, "body", "2", wrap=True))
        grid = FieldGrid(self._theme, columns)
        for field in fields:
            grid.add(field)
        card.body.addWidget(grid)
        return card

    def _connect(self) -> None:
        self.auditor.text_settled.connect(self._on_auditor_settled)
        self.organisation.text_settled.connect(self._on_organisation_settled)
        self.marking.value_chosen.connect(self._on_marking_chosen)
        self.idle_minutes.value_changed.connect(self._on_idle_minutes_changed)
        self._preferences.changed.connect(self._refresh)

    def _refresh(self) -> None:
        settings = self._preferences.settings
        self.auditor.refresh_text(settings.auditor)
        self.organisation.refresh_text(settings.organisation)
        if self.marking.combo_box.findData(settings.marking) < 0:
            offered = dict.fromkeys((*MARKINGS, settings.marking))
            self.marking.set_items((each, each or _("No marking")) for each in offered)
        self.marking.set_value(settings.marking)
        if not self.idle_minutes.line_edit.hasFocus():
            self.idle_minutes.set_value(settings.idle_minutes)
        self._show_settled()

    def _show_settled(self) -> None:
        show_settled(
            self._preferences, {"organisation": self.organisation, "marking": self.marking}
        )
        most = self._preferences.settled.get("idle_minutes")
        if most is not None:
            self.idle_minutes.set_limits(_LEAST_MINUTES, most, _("minutes"))
            words = _("At most {count}, as your organisation has settled.")
            self.idle_minutes.set_hint(words.format(count=most))

    # Slots

    def _on_auditor_settled(self, text: str) -> None:
        self._preferences.change(auditor=text)

    def _on_organisation_settled(self, text: str) -> None:
        self._preferences.change(organisation=text)

    def _on_marking_chosen(self, marking: str) -> None:
        self._preferences.change(marking=marking)

    def _on_idle_minutes_changed(self, minutes: int | None) -> None:
        if minutes is None:
            self.idle_minutes.set_value(self._preferences.settings.idle_minutes)
        else:
            self._preferences.change(idle_minutes=minutes)
