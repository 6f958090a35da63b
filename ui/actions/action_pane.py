# SPDX-License-Identifier: MPL-2.0
"""All that there is to know of one action, and what can be done with it."""

from collections.abc import Collection, Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.judgement.action_moves import due_words, handed_words, moved_words
from auditapp.judgement.actions import vagueness
from auditapp.model.follow_up import ActionStatus
from auditapp.model.labels import label
from auditapp.operations.actions import ActionStory
from ui.actions.action_rows import second_words
from ui.actions.deeds import WORDS, Deed
from ui.messages import Message
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.empty_state import EmptyState

_ICONS: Final = {
    Deed.DONE: "check",
    Deed.MOVE: "calendar",
    Deed.VERIFY: "shield-check",
    Deed.DROP: "minus",
    Deed.REOPEN: "rotate-ccw",
}
_ASIDE: Final = SPACE["3"] - EDGE
_POSSIBLE: Final = {
    ActionStatus.OPEN: (Deed.DONE, Deed.MOVE, Deed.DROP),
    ActionStatus.DONE: (Deed.VERIFY, Deed.REOPEN),
    ActionStatus.VERIFIED: (Deed.REOPEN,),
    ActionStatus.DROPPED: (Deed.REOPEN,),
}


class ActionPane(QWidget):
    """Facts of the action that is marked, the course it took, and buttons.

    Signals:
        deed_asked: something is to be done with what is marked; the `Deed`.
        audit_asked: the audit is to be opened at the question; the `ActionStory`.
    """

    deed_asked = Signal(object)
    audit_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self.setAccessibleName(_("The action that is marked"))
        self.story: ActionStory | None = None
        self._title = TextLabel(theme, "", "heading", wrap=True)
        self._nothing = EmptyState(
            theme, "flag", _("No action is marked"), _("Choose one in the list to see all of it.")
        )
        self._vague = Banner(theme, "warn", "")
        self._facts = QVBoxLayout()
        self._facts.setSpacing(SPACE["half"])
        self.buttons = {
            deed: PushButton(theme, WORDS[deed].title, "secondary", icon)
            for deed, icon in _ICONS.items()
        }
        self.open_button = PushButton(theme, _("Open the a&udit"), "quiet", "arrow-right")
        self._build()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say how to see an action here."""
        self._show("", [])
        self._nothing.show()

    def show_failure(self, message: Message) -> None:
        """Say why an action cannot be shown."""
        self._show(message.title, [("", message.text)])

    def show_many(self, states: Collection[ActionStatus]) -> None:
        """Offer what can be done with several actions that stand so, one state for each."""
        count = len(states)
        words = ngettext("{count} action is marked", "{count} actions are marked", count)
        facts = [
            (label(status), str(sum(each is status for each in states)))
            for status in ActionStatus
            if status in states
        ]
        self._show(words.format(count=count), facts)
        self._offer({deed for each in states for deed in _POSSIBLE[each]})

    def show_story(self, story: ActionStory) -> None:
        """Show one action whole."""
        self._show(story.action.what or _("An action without words"), list(_facts_of(story)))
        self.story = story
        is_open = story.action.status is ActionStatus.OPEN
        missing = vagueness(story.action) if is_open else ""
        if missing:
            self._vague.set_content("warn", missing, _nudge(story))
        self._vague.setVisible(bool(missing))
        self._offer(set(_POSSIBLE[story.action.status]))
        if not story.can_move:
            self.buttons[Deed.MOVE].hide()  # before the sign-off the action itself is changed
        verify = self.buttons[Deed.VERIFY]
        verify.setEnabled(not story.is_own)
        hint = _("Somebody else than whoever did it or said it was done verifies it.")
        verify.setToolTip(hint if story.is_own else "")
        verify.setAccessibleDescription(hint if story.is_own else "")
        self.open_button.show()

    # Inside

    def _build(self) -> None:
        row = FlowRow()
        for deed, button in self.buttons.items():
            button.setProperty("deed", deed.value)
            button.clicked.connect(self._on_deed_clicked)
            row.add(button)
        row.add(self.open_button)
        self.open_button.clicked.connect(self._on_open_clicked)
        self._column.setContentsMargins(_ASIDE, SPACE["1"], _ASIDE, SPACE["1"])
        self._column.setSpacing(8)
        self._column.addWidget(self._title)
        self._column.addWidget(row)
        self._column.addWidget(self._vague)
        self._column.addLayout(self._facts)
        self._column.addWidget(self._nothing, 1)
        self._column.addStretch(0)

    def _show(self, title: str, facts: list[tuple[str, str]]) -> None:
        self.story = None
        self._nothing.hide()
        self._title.set_text(title)
        self._title.setVisible(bool(title))
        self._vague.hide()
        self.open_button.hide()
        self._offer(set())
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, words in facts:
            if name:
                self._facts.addWidget(TextLabel(self._theme, name, "caption", "3", wrap=True))
            self._facts.addWidget(TextLabel(self._theme, words, "body", wrap=True))
            self._facts.addSpacing(SPACE["2"])

    def _offer(self, deeds: set[Deed]) -> None:
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
            button.setEnabled(True)

    # Slots

    def _on_deed_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PushButton):
            self.deed_asked.emit(Deed(button.property("deed")))

    def _on_open_clicked(self) -> None:
        if self.story is not None:
            self.audit_asked.emit(self.story)


def _nudge(story: ActionStory) -> str:
    """Return what to do about an action that leaves something unsaid."""
    if not story.can_move:
        return _("Put it right in the audit, so that somebody can be held to it.")
    action = story.action
    if action.what.strip() and action.how_we_will_know.strip():
        return _("Give it here, so that somebody can be held to it: “New date or owner”.")
    if action.due is not None and action.owner_role.strip():
        return _("The words are put right by amending the audit.")
    return _("Date and owner are given here; the words are put right by amending the audit.")


def _facts_of(story: ActionStory) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of an action, each with its name; what is empty is left out."""
    action = story.action
    audit = ", ".join(filter(None, (story.reference, story.team)))
    answer = " ".join(filter(None, (story.answer, f"“{story.note}”" if story.note else "")))
    facts = (
        (_("Status"), label(action.status)),
        (_("Owner"), _lines(action.owner_role or _("Nobody yet"), handed_words(action))),
        (_("Due"), _lines(due_words(action), moved_words(action))),
        (_("How we will know"), action.how_we_will_know),
        (_("Question"), story.question),
        (_("Answer"), answer),
        (_("Audit"), _("{audit}. Audited by {name}").format(audit=audit, name=story.auditor)),
        ("", _("The audit is not signed off yet.") if story.is_draft else ""),
        (
            _("Reading"),
            second_words() if story.is_second else "",
        ),
        (_("Evidence it is done"), action.completion_evidence),
        (_("Verified by"), action.verified_by),
        (_("Dropped because"), action.dropped_reason),
        (_("What became of it"), "\n".join(story.course)),
    )
    return ((name, words) for name, words in facts if words.strip())


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))
