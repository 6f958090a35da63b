# SPDX-License-Identifier: MPL-2.0
"""The actions that follow from the answer to a question."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.ids import RecordId, new_record_id
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.action_form import ActionForm
from ui.walkthrough.question.owner_roles import owner_roles
from ui.walkthrough.question.question_part import QuestionPart, UndoOffer
from ui.widgets.buttons.push_button import PushButton

_TIME_TO_ACT: Final = dt.timedelta(weeks=2)


class ActionsPart(QuestionPart):
    """A form for each action and each draft; hidden while there is neither.

    A draft becomes an action as soon as something is written in it, and an action in which nothing
    is left is one no more.

    Signals:
        opened_changed: whether there is an action or a draft may have changed.
    """

    opened_changed = Signal()

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        self._pool: list[ActionForm] = []
        self._drafts: dict[RecordId, Action] = {}
        self.more_button = PushButton(theme, _("Add another action"), "quiet", "plus")
        self.more_button.clicked.connect(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._add_form()
        row = QHBoxLayout()
        row.addWidget(self.more_button)
        row.addStretch(1)
        self._column.addLayout(row)

    def settle_now(self) -> None:
        """Commit what has been typed and not been committed yet."""
        for form in self.forms:
            form.settle_now()

    def add(self) -> None:
        """Open the form of another action and go to it."""
        self.settle_now()
        now = self._open_audit.now()
        due = now.astimezone().date() + _TIME_TO_ACT
        draft = Action(what="", question=self._asked.key, due=due, created_at=now)
        self._drafts[new_record_id()] = draft
        self._refresh()
        self.forms[-1].setFocus()

    def begin(self) -> None:
        """Go to the draft of an action, or open one."""
        if not self.can_edit:
            return
        if self._drafts:
            self.forms[-1].setFocus()
        else:
            self.add()

    def remove_all(self) -> None:
        """Remove every action of the question, and offer to bring them back."""
        self.settle_now()
        self._drafts = {}
        self._remove(self._actions())

    @property
    def count(self) -> int:
        """The number of actions of the question; a draft is none."""
        return len(self._actions())

    @property
    def is_open(self) -> bool:
        """Whether there is an action or a draft."""
        return bool(self._shown())

    @property
    def forms(self) -> list[ActionForm]:
        """The forms on show, in order."""
        return [form for form in self._pool if not form.isHidden()]

    def _begin(self) -> None:
        self._drafts = {}

    def _refresh(self) -> None:
        kept = self._actions()
        self._drafts = {key: draft for key, draft in self._drafts.items() if key not in kept}
        shown = self._shown()
        while len(self._pool) < len(shown):
            self._add_form()
        for i, form in enumerate(self._pool):
            form.setVisible(i < len(shown))
        for form, (key, action) in zip(self._pool, shown.items(), strict=False):
            form.set_roles(owner_roles())
            form.set_read_only(not self.can_edit)
            form.show_action(key, action, is_kept=key in kept)
        self.more_button.setVisible(self.can_edit and not self._drafts)
        self.setVisible(bool(shown))
        self.opened_changed.emit()

    def _actions(self) -> Mapping[RecordId, Action]:
        """Return the actions of the question."""
        actions = self._open_audit.audit.actions.items()
        return {key: action for key, action in actions if action.question == self._asked.key}

    def _shown(self) -> Mapping[RecordId, Action]:
        """Return the actions of the question and the drafts, the oldest first."""
        shown = {**self._actions(), **self._drafts}
        return dict(sorted(shown.items(), key=lambda pair: pair[1].created_at))

    def _add_form(self) -> None:
        form = ActionForm(self._theme)
        form.edited.connect(self._on_edited)
        form.removal_asked.connect(self._on_removal_asked)
        self._column.insertWidget(len(self._pool), form)
        self._pool.append(form)

    def _remove(self, actions: Mapping[RecordId, Action]) -> None:
        for key in actions:
            self._open_audit.put_action(key, None, initiator=self)
        self._refresh()
        if actions:
            words = ngettext(
                "The action was removed.", "{count} actions were removed.", len(actions)
            )
            bring_back = partial(self._bring_back, actions)
            self.undo_offered.emit(UndoOffer(words.format(count=len(actions)), bring_back))

    def _bring_back(self, actions: Mapping[RecordId, Action]) -> None:
        for key, action in actions.items():
            self._open_audit.put_action(key, action, initiator=self)

    # Slots

    def _on_edited(self, typing: str) -> None:
        form = self.sender()
        if not isinstance(form, ActionForm) or form.key not in self._shown():
            return
        key = form.key
        action = Action.model_validate({**dict(self._shown()[key]), **form.fields})
        if not form.is_blank or action.status is not ActionStatus.OPEN:
            self._open_audit.put_action(key, action, initiator=self, typing=typing)
            return
        self._drafts[key] = action
        if key in self._actions():
            self._open_audit.put_action(key, None, initiator=self, typing=typing)

    def _on_removal_asked(self) -> None:
        form = self.sender()
        if not isinstance(form, ActionForm):
            return
        self.settle_now()
        self._drafts.pop(form.key, None)
        actions = self._actions().items()
        self._remove({key: action for key, action in actions if key == form.key})
