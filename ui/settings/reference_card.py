# SPDX-License-Identifier: MPL-2.0
"""Set the form that the organisation's case references have, and try it out."""

from PySide6.QtWidgets import QWidget

from auditapp.checklist.patterns import PatternError, check_pattern, fits
from auditapp.i18n import _
from ui.preferences import Preferences
from ui.settled import show_settled
from ui.theme.theme import Theme
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class ReferenceCard(Card):
    """A pattern for case references, and a field that says at once whether one fits."""

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        self.pattern = LineField(theme, _("Pattern, as a regular expression"))
        self.trial = LineField(theme, _("Try a reference"))
        self._build()
        self._refresh()
        self.pattern.text_settled.connect(self._on_pattern_settled)
        self.trial.text_edited.connect(self._show_trial)
        preferences.changed.connect(self._refresh)

    def _build(self) -> None:
        words = _(
            "If your references always look alike, a new audit can refuse anything else. Your "
            "performance or IT team can write the pattern. Leave it empty to allow any reference."
        )
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(self._theme, _("Case references"), "heading", wrap=True))
        self.body.addWidget(TextLabel(self._theme, words, "body", "2", wrap=True))
        self.body.addWidget(self.pattern)
        self.body.addWidget(self.trial)
        self.pattern.set_hint(
            _(r"For example [A-Z]{2}-\d{4} for two capitals, a dash, four figures.")
        )

    def _refresh(self) -> None:
        self.pattern.refresh_text(self._preferences.settings.reference_pattern)
        show_settled(self._preferences, {"reference_pattern": self.pattern})
        self._show_trial()

    def _show_trial(self) -> None:
        pattern, reference = self._preferences.settings.reference_pattern, self.trial.text.strip()
        self.trial.set_error(None)
        self.trial.set_hint("")
        if not reference:
            return
        if not pattern or fits(pattern, reference):
            self.trial.set_hint(_("A new audit takes this reference."))
        else:
            self.trial.set_error(_("A new audit refuses this reference."))

    def _on_pattern_settled(self, text: str) -> None:
        pattern = text.strip()
        try:
            if pattern:
                check_pattern(pattern)
        except PatternError as error:
            before = _("The one before is in force.")
            self.pattern.set_error(f"{error} {error.remedy} {before}")
            return
        self.pattern.set_error(None)
        self._preferences.change(reference_pattern=pattern)
        self._show_trial()
