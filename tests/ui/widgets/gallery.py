# SPDX-License-Identifier: MPL-2.0
"""Show every widget in its states in one window, or save a picture of it.

python -m tests.ui.widgets.gallery [--shot FILE.png] [--dark] [--text 2] [--width 1366]
"""

import argparse
from datetime import date, time

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tests.ui.widgets.gallery_examples import CHOICES, COMPLIANCE, NOTE, OPTIONS, QUALITY
from ui.theme.theme import Theme
from ui.theme.tokens import TONES, TYPE
from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.answers.check_rows import CheckRows
from ui.widgets.answers.option_rows import OptionRows
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.buttons.keycap import Keycap
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.buttons.rail_button import RailButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.fields.search_field import SearchField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.elided_label import ElidedLabel
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.progress_ring import ProgressRing
from ui.widgets.signs.saved_badge import SavedBadge
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.divider import Divider
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.pane import Pane
from ui.widgets.surfaces.scroll_area import ScrollArea


class Gallery(QWidget):
    """Every widget in its states, in two columns."""

    def __init__(self, theme, columns=2):
        super().__init__()
        self.theme = theme
        page = Pane(theme)
        row = QHBoxLayout(page)
        row.setContentsMargins(20, 20, 20, 20)
        row.setSpacing(16)
        parts = [
            [self.question(), self.options(), self.fields()],
            [self.words(), self.buttons(), self.banners(), self.rail(), self.empty()],
        ]
        if columns == 1:
            parts = [[part for column in parts for part in column]]
        for column in parts:
            box = QVBoxLayout()
            box.setSpacing(16)
            for part in column:
                box.addWidget(part)
            box.addStretch(1)
            row.addLayout(box, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.page = page
        self.area = ScrollArea(theme, page)
        outer.addWidget(self.area)

    def question(self):
        """Return the card of a rating question, as in the walkthrough."""
        theme, card = self.theme, Card(self.theme)
        top = QHBoxLayout()
        top.addWidget(TextLabel(theme, "QUESTION 3 OF 5", "overline", "primary"))
        top.addStretch(1)
        top.addWidget(Pill(theme, "Action raised", "warn"))
        card.body.addLayout(top)
        question = "Was the child seen alone, and do their own words shape the plan?"
        card.body.addWidget(TextLabel(theme, question, "title", wrap=True))
        look = "Look at the last two visits and the current plan."
        card.body.addWidget(TextLabel(theme, look, "body", "2", wrap=True))
        self.ratings = AnswerCards(theme, question)
        self.ratings.set_answers(QUALITY)
        self.ratings.set_value("requires_improvement")
        card.body.addWidget(self.ratings)
        self.compliance = AnswerCards(theme, "Compliance")
        self.compliance.set_answers(COMPLIANCE)
        self.compliance.set_value("could_not_find")
        card.body.addWidget(self.compliance)
        area = TextArea(theme, "&Note", counts_words=True, min_lines=4)
        area.set_text(NOTE)
        self.area_of_note = area
        card.body.addWidget(area)
        inner = Card(theme, "sunken")
        needs = CheckBox(theme, "This needs an &action")
        needs.setChecked(True)
        inner.body.addWidget(needs)
        action = LineField(theme, "Action")
        action.set_text("Revise the plan with the child's own request")
        due = DateField(theme, "Due")
        due.set_date(date(2026, 12, 5))
        owner = ComboField(theme, "Owner")
        owner.set_items([("tm", "Team manager"), ("sw", "Social worker")])
        owner.set_value("tm")
        inner.body.addWidget(FieldRow(theme, [(action, 10), (owner, 6), (due, 7)]))
        card.body.addWidget(inner)
        return card

    def options(self):
        """Return the rows of a choice and of several choices."""
        theme, card = self.theme, Card(self.theme)
        card.body.addWidget(TextLabel(theme, "One of several, and any of several", "heading"))
        rows = OptionRows(theme, "Seen alone")
        rows.set_answers(OPTIONS)
        rows.set_value("some")
        checks = CheckRows(theme, "Evidence of views")
        checks.set_answers(CHOICES)
        checks.set_values(["words"])
        off = AnswerCards(theme, "Locked")
        off.set_answers(COMPLIANCE)
        off.set_value("met")
        off.setEnabled(False)
        for widget in (rows, Divider(theme), checks, Divider(theme), off):
            card.body.addWidget(widget)
        return card

    def fields(self):
        """Return every field, right, wrong, empty and locked."""
        theme, card = self.theme, Card(self.theme)
        card.body.addWidget(TextLabel(theme, "Fields", "heading"))
        wrong = DateField(theme, "Wrong date")
        wrong.line_edit.setText("31/2/2026")
        wrong.settle_now()
        number = NumberField(theme, "Visits in the period", unit="visits", least=0, most=60)
        number.set_value(9)
        passphrase = PassphraseField(theme, "Passphrase", hint="Four words are better than eight.")
        passphrase.set_text("correct horse")
        locked = LineField(theme, "Locked")
        locked.set_text("Signed off on 4 May 2026")
        locked.setEnabled(False)
        search = SearchField(theme, "Search audits")
        found = SearchField(theme, "Search audits")
        found.line_edit.setText("CASE-20")
        combo = ComboField(theme, "Legal status", placeholder="Choose one")
        combo.set_items([("s20", "Section 20"), ("s31", "Care order")])
        pairs = [(wrong, number), (passphrase, locked), (search, found)]
        for left, right in pairs:
            card.body.addWidget(FieldRow(theme, [(left, 1), (right, 1)]))
        card.body.addWidget(combo)
        card.body.addWidget(
            TextArea(theme, "Empty", placeholder="What did you see, and where on the file?")
        )
        return card

    def words(self):
        """Return the kinds of text, the pills and the keys."""
        theme, card = self.theme, Card(self.theme)
        for kind in TYPE:
            text = f"{kind}: the child's own words, ŵ ŷ “quoted” <b>as they are</b> & dated"
            card.body.addWidget(TextLabel(theme, text, kind, wrap=True))
        for tone in ("2", "3", "primary", "danger"):
            card.body.addWidget(TextLabel(theme, f"tone {tone}", "small", tone))
        card.body.addWidget(ElidedLabel(theme, "One line that ends in an ellipsis. " * 6))
        pills = FlowRow()
        for tone in TONES:
            pills.add(Pill(theme, tone.replace("_", " ").capitalize(), tone))
        pills.add(Pill(theme, "With an icon", "good", "check"))
        card.body.addWidget(pills)
        keys = FlowRow()
        for key in ("Ctrl", "1-5", "Alt", "N", "F1", "←", "→"):
            keys.add(Keycap(theme, key))
        card.body.addWidget(keys)
        return card

    def buttons(self):
        """Return the buttons and the signs of progress."""
        theme, card = self.theme, Card(self.theme)
        row = FlowRow()
        row.add(PushButton(theme, "Previous", icon="chevron-left"))
        row.add(PushButton(theme, "&Next", "primary", "chevron-right", icon_side="right"))
        row.add(PushButton(theme, "Quiet", "quiet", "plus"))
        row.add(PushButton(theme, "Remove", "danger", "trash"))
        off = PushButton(theme, "Not now")
        off.setEnabled(False)
        row.add(off)
        card.body.addWidget(row)
        row = FlowRow()
        for icon in ("menu", "undo", "redo", "printer", "lock"):
            row.add(IconButton(theme, icon, icon, shortcut="F1"))
        chosen = IconButton(theme, "panel-right", "Guidance", checkable=True)
        chosen.setChecked(True)
        row.add(chosen)
        ring = ProgressRing(theme)
        ring.set_value(15 / 40, "15 of 40 answered")
        row.add(ring)
        for state in ("saved", "saving", "failed"):
            badge = SavedBadge(theme)
            if state == "saved":
                badge.show_saved(time(14, 32))
            elif state == "saving":
                badge.show_saving()
            else:
                badge.show_failed("Not saved: the disk is full")
            row.add(badge)
        card.body.addWidget(row)
        for text, on, enabled in (("Off", 0, 1), ("On", 1, 1), ("Locked", 1, 0)):
            box = CheckBox(theme, text)
            box.setChecked(bool(on))
            box.setEnabled(bool(enabled))
            card.body.addWidget(box)
        return card

    def banners(self):
        """Return a banner of each tone."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        text = "It cannot be signed off until you have written who was told and what they said."
        actions = [("open", "Open the concern"), ("later", "Later")]
        box.addWidget(Banner(self.theme, "danger", "A concern is open", text, actions=actions))
        box.addWidget(Banner(self.theme, "warn", "3 answers to confirm", text))
        box.addWidget(Banner(self.theme, "info", "This checklist has a newer version"))
        box.addWidget(Banner(self.theme, "ok", "The backup is complete"))
        return holder

    def rail(self):
        """Return the rail, with words and without."""
        theme, card = self.theme, Card(self.theme, "small")
        row = QHBoxLayout()
        for is_compact in (False, True):
            pane = Pane(theme, "sunken", "right")
            box = QVBoxLayout(pane)
            box.setSpacing(0)
            for icon, text in (
                ("list-checks", "Audits"),
                ("flag", "Actions"),
                ("layers", "Rounds"),
            ):
                button = RailButton(theme, icon, text)
                button.set_compact(is_compact)
                button.setChecked(text == "Audits")
                box.addWidget(button)
            row.addWidget(pane)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def empty(self):
        """Return an empty state."""
        card = Card(self.theme)
        text = "An audit walks one case file through the checklists you choose."
        card.body.addWidget(
            EmptyState(self.theme, "clipboard-list", "No audits yet", text, "Start an audit")
        )
        return card


def main():
    """Show the gallery, or save a picture of the whole of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shot")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--live", action="store_true", help="switch theme and size after showing")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--width", type=int, default=1366)
    arguments = parser.parse_args()
    app = QApplication([])
    theme = Theme() if arguments.live else Theme(is_dark=arguments.dark, text_scale=arguments.text)
    theme.apply(app)
    gallery = Gallery(theme, columns=2 if arguments.width > 900 * arguments.text else 1)
    gallery.resize(arguments.width, 900)
    gallery.show()
    if not arguments.shot:
        return app.exec()
    app.processEvents()
    if arguments.live:
        theme.set_dark(arguments.dark)
        theme.set_text_scale(arguments.text)
        app.processEvents()
    height = max(gallery.page.heightForWidth(arguments.width - 12), 900)
    gallery.resize(arguments.width, height)
    for _ in range(5):
        app.processEvents()
    gallery.ratings.card("good").setFocus()
    app.processEvents()
    return 0 if gallery.grab().save(arguments.shot) else 1


if __name__ == "__main__":
    raise SystemExit(main())
