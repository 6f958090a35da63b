# SPDX-License-Identifier: MPL-2.0
"""Choose light or dark, how much contrast, the size of the text, and whether things move."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.preferences import Preferences
from ui.settings.text_size_slider import TextSizeSlider
from ui.theme.theme import Theme
from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class LookCard(Card):
    """What the window looks like; every change shows at once."""

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        self.colours = AnswerCards(theme, _("Light or dark"))
        self.contrast = AnswerCards(theme, _("Contrast"))
        self.less_movement = CheckBox(theme, _("Less &movement"))
        self.size_slider = TextSizeSlider(theme)
        self._percent = TextLabel(theme, "", "strong")
        self._build()
        self._refresh()
        self.colours.value_chosen.connect(self._on_colours_chosen)
        self.contrast.value_chosen.connect(self._on_contrast_chosen)
        self.less_movement.clicked.connect(self._on_less_movement_clicked)
        self.size_slider.valueChanged.connect(self._on_size_changed)
        self.size_slider.sliderMoved.connect(self._show_percent)
        preferences.changed.connect(self._refresh)

    def _build(self) -> None:
        theme = self._theme
        self.colours.set_answers(
            [
                AnswerSpec("system", _("As this computer"), "monitor"),
                AnswerSpec("light", _("Light"), "sun"),
                AnswerSpec("dark", _("Dark"), "moon"),
            ]
        )
        self.contrast.set_answers(
            [
                AnswerSpec("system", _("As this computer"), "monitor"),
                AnswerSpec("usual", _("Usual"), "circle"),
                AnswerSpec("more", _("More"), "contrast"),
            ]
        )
        name = TextLabel(theme, _("&Text size"), "small", "2", wrap=True)
        name.set_buddy(self.size_slider)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.size_slider, 1)
        row.addWidget(self._percent, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, _("How it looks"), "heading", wrap=True))
        self.body.addWidget(self.colours)
        self.body.addWidget(TextLabel(theme, _("Contrast"), "small", "2"))
        self.body.addWidget(self.contrast)
        self.body.addWidget(name)
        self.body.addLayout(row)
        movement = QVBoxLayout()
        movement.setSpacing(0)
        movement.addWidget(self.less_movement)
        movement.addWidget(self._still_words())
        self.body.addLayout(movement)

    def _still_words(self) -> TextLabel:
        words = _("The text cursor does not blink, and lists and bars do not move by themselves.")
        self.less_movement.setAccessibleDescription(words)
        return TextLabel(self._theme, words, "small", "3", wrap=True)

    def _refresh(self) -> None:
        settings = self._preferences.settings
        self.colours.set_value(settings.theme)
        self.contrast.set_value(settings.contrast)
        self.less_movement.setChecked(settings.less_movement)
        percent = round(settings.text_scale * 100)
        self.size_slider.blockSignals(True)  # showing is not choosing
        self.size_slider.setValue(percent)
        self.size_slider.blockSignals(False)
        self._show_percent(percent)

    def _show_percent(self, percent: int) -> None:
        self._percent.set_text(_("{percent}%").format(percent=percent))

    def _on_colours_chosen(self, value: str) -> None:
        self._preferences.change(theme=value)

    def _on_contrast_chosen(self, value: str) -> None:
        self._preferences.change(contrast=value)

    def _on_less_movement_clicked(self, is_on: bool) -> None:
        self._preferences.change(less_movement=is_on)

    def _on_size_changed(self, percent: int) -> None:
        self._preferences.change(text_scale=percent / 100)
