# SPDX-License-Identifier: MPL-2.0
"""Read both answers to one question in full, side by side."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.comparison import ComparedLine, Side
from ui.moderation.compared_rows import side_names, stands_words
from ui.theme.theme import Theme
from ui.theme.tokens import TONES
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.dialog import Dialog

_LEAST = 240


class LineDialog(Dialog):
    """The question, how both stand to each other, and a card for each."""

    def __init__(
        self,
        theme: Theme,
        line: ComparedLine,
        *,
        is_moderation: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, line.section, parent, width=860)
        names = side_names(is_moderation=is_moderation)
        self.sides = [
            _card(theme, name, side)
            for name, side in zip(names, (line.first, line.second), strict=True)
        ]
        words = stands_words(line, is_moderation=is_moderation)
        self.add_page(
            TextLabel(theme, line.text, "strong", wrap=True),
            TextLabel(theme, words, "body", "2", wrap=True),
            FieldRow(theme, [(card, 1) for card in self.sides], least_width=_LEAST),
        )
        self.close_button = self.add_cancel(_("Close"))
        self.close_button.setFocus()


def _card(theme: Theme, name: str, side: Side | None) -> Card:
    card = Card(theme, "sunken")
    card.body.addWidget(TextLabel(theme, name, "caption", "3", wrap=True))
    if side is None:
        card.body.addWidget(TextLabel(theme, _("Not asked"), "strong", wrap=True))
    else:
        words = side.words or _("No answer")
        tone = side.rating if side.rating in TONES else None
        card.body.addWidget(TextLabel(theme, words, "strong", tone, wrap=True))
        for note in answer_notes(side):
            card.body.addWidget(TextLabel(theme, note, "body", wrap=True))
    card.body.addStretch(1)
    return card


def answer_notes(side: Side) -> list[str]:
    """Return what was written with an answer, each under its name."""
    answer = side.answer
    evidence = "; ".join(
        ", ".join(filter(None, (each.document, each.place))) for each in answer.evidence
    )
    named = (
        (_("Reason"), answer.reason),
        (_("Note"), answer.note),
        (_("Why late"), answer.late_reason),
        (_("Evidence"), evidence),
    )
    return [
        _("{name}: {text}").format(name=name, text=text) for name, text in named if text.strip()
    ]
