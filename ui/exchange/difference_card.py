# SPDX-License-Identifier: MPL-2.0
"""One line of an audit that came in several versions, side by side, of which one is to stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from auditapp.exchange.incoming import RowVersions
from auditapp.history.places import Places
from auditapp.history.row_changes import RowWords, row_words
from auditapp.i18n import _
from auditapp.judgement.moment_words import moment_words
from auditapp.model.difference import Version
from auditapp.model.history import RowChange
from auditapp.model.records import Record
from ui.theme.theme import Theme
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_LEAST = 240


class DifferenceCard(Card):
    """Where the line is found, and each version: what it says, who wrote it and when.

    A button chooses a version, and so does its number on the keyboard.

    Signals:
        chosen: the version that is to stand; the ``RowVersions`` and its row, None to remove it.
    """

    chosen = Signal(object, object)

    def __init__(
        self, theme: Theme, versions: RowVersions, places: Places, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "small", parent=parent)
        self.versions = versions
        self.buttons: list[PushButton] = []
        change = _change(versions, None)
        place = places.of(change)
        title = place.words if place.number is None else f"{place.number}  {place.words}"
        told = [row_words(_change(versions, each.row), places) for each in versions.versions]
        if told[0].about:
            title = _("{name}: {text}").format(name=title, text=told[0].about)
        self.body.addWidget(TextLabel(theme, title, "strong", wrap=True))
        sides = [
            (self._side(number, version, words, _differing(told)), 1)
            for number, (version, words) in enumerate(
                zip(versions.versions, told, strict=True), start=1
            )
        ]
        self.body.addWidget(FieldRow(theme, sides, least_width=_LEAST))

    def _side(
        self, number: int, version: Version, words: RowWords, names: frozenset[str]
    ) -> QWidget:
        theme = self._theme
        card = Card(theme, "sunken")
        stamp = _("{number}: {who}, {when}").format(
            number=number, who=version.by, when=moment_words(version.at)
        )
        card.body.addWidget(TextLabel(theme, stamp, "caption", "3", wrap=True))
        lines = [
            _("{name}: {text}").format(name=field.name, text=field.new or _("nothing"))
            for field in words.fields
            if field.name in names
        ]
        if version.row is None:
            lines = [_("Removed")]
        for line in lines or [_("Empty")]:
            card.body.addWidget(TextLabel(theme, line, "body", wrap=True))
        card.body.addStretch(1)
        button = PushButton(theme, _("Keep version {number}").format(number=number), icon="check")
        button.setAccessibleDescription(" ".join([stamp, *lines]))
        button.clicked.connect(self._on_clicked)
        self.buttons.append(button)
        row = FlowRow()
        row.add(button)
        card.body.addWidget(row)
        return card

    def _choose(self, number: int) -> None:
        self.chosen.emit(self.versions, self.versions.versions[number].row)

    def _on_clicked(self) -> None:
        self._choose(next(at for at, each in enumerate(self.buttons) if each is self.sender()))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a version by its number."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.buttons) and not event.modifiers():
            self._choose(number)
            return
        super().keyPressEvent(event)


def _change(versions: RowVersions, row: Record | None) -> RowChange:
    return RowChange(table=versions.table, key=versions.key, old=None, new=row)


def _differing(told: Sequence[RowWords]) -> frozenset[str]:
    """Return the names of the fields in which the versions do not all say the same."""
    said = [{field.name: field.new for field in words.fields} for words in told]
    names = {name for each in said for name in each}
    return frozenset(name for name in names if len({each.get(name, "") for each in said}) > 1)
