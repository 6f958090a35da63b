# SPDX-License-Identifier: MPL-2.0
"""The card on which one question is answered."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.change import Change
from auditapp.history.field_words import FIELD_NAMES
from auditapp.history.row_changes import FieldChange, common_start
from auditapp.judgement.outline import AskedQuestion
from auditapp.model.ids import QuestionKey, section_key
from ui.keys.commands import CommandId
from ui.keys.keymap import bind, bind_numbers
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.actions_part import ActionsPart
from ui.walkthrough.question.agencies_part import AgenciesPart
from ui.walkthrough.question.answer_part import AnswerPart
from ui.walkthrough.question.cause_part import CausePart
from ui.walkthrough.question.earlier_part import EarlierPart
from ui.walkthrough.question.evidence_part import EvidencePart
from ui.walkthrough.question.follow_up_row import FollowUpRow
from ui.walkthrough.question.note_part import NotePart
from ui.walkthrough.question.notices_part import NoticesPart
from ui.walkthrough.question.question_heading import QuestionHeading
from ui.walkthrough.question.question_part import QuestionPart
from ui.walkthrough.question.timescale_part import TimescalePart
from ui.walkthrough.question.undo_line import UndoLine
from ui.widgets.arranging.layout_pause import paused
from ui.widgets.surfaces.card import Card

_SPACING = 8
_TABLES = ("answers", "to_confirm", "set_aside", "actions", "concerns", "front", "audit")
"""What a question card shows something of; "audit" holds whether it may be changed."""


class QuestionCard(Card):
    """A question with all that may be said about it: one set of widgets, used for every question.

    The answer and the note are always there; the rest opens when it is wanted. Each change goes to
    the open audit at once, text as soon as typing rests.

    Signals:
        concern_asked: the auditor wants to raise an immediate concern; the key of the question.
        action_count_changed: the question has got another number of actions; the number.
        history_asked: the auditor wants to see what happened to the answer; the key.
    """

    concern_asked = Signal(object)
    history_asked = Signal(object)
    action_count_changed = Signal(int)

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._open_audit = open_audit
        self._key: QuestionKey | None = None
        self._action_count = 0
        self.heading = QuestionHeading(theme, open_audit)
        self.earlier_part = EarlierPart(theme, open_audit)
        self.answer_part = AnswerPart(theme, open_audit)
        self.notices_part = NoticesPart(theme, open_audit)
        self.timescale_part = TimescalePart(theme, open_audit)
        self.agencies_part = AgenciesPart(theme, open_audit)
        self.cause_part = CausePart(theme, open_audit)
        self.note_part = NotePart(theme, open_audit)
        self.evidence_part = EvidencePart(theme, open_audit)
        self.follow_up = FollowUpRow(theme, open_audit)
        self.actions_part = ActionsPart(theme, open_audit)
        self.undo_line = UndoLine(theme)
        self._build()
        self._connect()

    # What the shell asks for

    def show_question(self, key: QuestionKey) -> None:
        """Show a question of the audit, also one that is answered but not asked any more.

        Raises:
            KeyError: the audit's checklists have no such question.
        """
        self.settle_now()
        self._key = key
        self.undo_line.withdraw()
        asked = self._find(key)
        with paused(self.body):
            for part in self._parts:
                part.show_question(asked)
        self._action_count = self.actions_part.count

    def settle_now(self) -> None:
        """Commit whatever has been typed and not been committed yet."""
        if self._key is not None:
            for part in self._parts:
                part.settle_now()

    def focus_answer(self) -> None:
        """Give the focus to the answer."""
        self.answer_part.focus_answer()

    def focus_note(self) -> None:
        """Give the focus to the note."""
        self.note_part.setFocus()

    def focus_change(self, fields: Sequence[FieldChange]) -> None:
        """Put the caret where a note was changed, if nothing else of the answer was."""
        if [field.name for field in fields] == [FIELD_NAMES["answers"]["note"]]:
            self.note_part.go_to(common_start(fields[0].old, fields[0].new))

    def choose(self, number: int) -> None:
        """Choose an answer, or what lies behind it, by its number, from 1."""
        self.answer_part.choose(number)
        self.cause_part.choose(number)

    @property
    def choice_count(self) -> int:
        """How many answers can be chosen by their numbers."""
        return self.answer_part.editor.choice_count

    def answer_as(self, key: QuestionKey) -> bool:
        """Give the answer of another question; return whether it is one of this question's own."""
        return self.answer_part.answer_as(self._open_audit.audit.answer(key))

    def toggle_flag(self) -> None:
        """Flag the question for the review, or take the flag away."""
        self.follow_up.toggle_flag()

    def add_evidence(self) -> None:
        """Open the line for a piece of evidence."""
        self.evidence_part.add()

    @property
    def commands(self) -> Mapping[CommandId, Callable[[], None]]:
        """What each command does that is about the question on show."""
        return {
            CommandId.NOT_APPLICABLE: self.answer_part.say_not_applicable,
            CommandId.NONE_ON_FILE: self.answer_part.say_none_on_file,
            CommandId.LATE_REASON: self.timescale_part.go_to_reason,
            CommandId.NOTE: self.focus_note,
            CommandId.EVIDENCE: self.add_evidence,
            CommandId.ACTION: self.actions_part.begin,
            CommandId.FLAG: self.toggle_flag,
        }

    @property
    def offered(self) -> Mapping[CommandId, Callable[[], None]]:
        """Those of `commands` that have something to do at the question on show."""
        can_do = {
            CommandId.NOT_APPLICABLE: self.answer_part.can_be_not_applicable,
            CommandId.NONE_ON_FILE: self.answer_part.asks_for_dates,
            CommandId.LATE_REASON: self.timescale_part.can_be_explained,
        }
        return {each: do for each, do in self.commands.items() if can_do.get(each, True)}

    @property
    def key(self) -> QuestionKey | None:
        """The question on show."""
        return self._key

    # Inside

    @property
    def _parts(self) -> Sequence[QuestionPart]:
        """The parts in reading order."""
        return (
            self.heading,
            self.earlier_part,
            self.answer_part,
            self.notices_part,
            self.timescale_part,
            self.agencies_part,
            self.cause_part,
            self.note_part,
            self.evidence_part,
            self.follow_up,
            self.actions_part,
        )

    def _build(self) -> None:
        self.body.setSpacing(_SPACING)
        for part in self._parts:
            self.body.addWidget(part)
        self.body.addWidget(self.undo_line)

    def _connect(self) -> None:
        for part in self._parts:
            part.undo_offered.connect(self.undo_line.offer)
        self.notices_part.concern_asked.connect(self._on_concern_asked)
        self.follow_up.action_toggled.connect(self._on_action_toggled)
        self.follow_up.evidence_asked.connect(self.add_evidence)
        self.follow_up.history_asked.connect(self._on_history_asked)
        self.follow_up.clearing_asked.connect(self.answer_part.clear)
        self.actions_part.opened_changed.connect(self._on_actions_opened_changed)
        self._open_audit.changed.connect(self._on_changed)
        bind(self, self.commands)
        # Of the part: where it is not on show, its keys are those of the field with the focus.
        bind_numbers(self.agencies_part, CommandId.AGENCY, self.agencies_part.choose)

    def _find(self, key: QuestionKey) -> AskedQuestion:
        """Return the question as it is asked; with the number 0 if it is not."""
        outline = self._open_audit.outline
        if key in outline.by_key:
            return outline.by_key[key]
        found = outline.find_question(key)
        if found is None:
            raise KeyError(key)
        checklist, question = found
        section = section_key(checklist.id, checklist.section_of(question.id).id)
        return AskedQuestion(key, checklist, section, question, 0, 0)

    # Slots

    def _on_changed(self, change: Change, _initiator: object) -> None:
        if self._key is None or not any(change.touches(table) for table in _TABLES):
            return
        self.undo_line.withdraw()
        asked = self._find(self._key)
        with paused(self.body):
            for part in self._parts:
                part.refresh(asked)
        if self.actions_part.count != self._action_count:
            self._action_count = self.actions_part.count
            self.action_count_changed.emit(self._action_count)

    def _on_concern_asked(self) -> None:
        self.settle_now()
        self.concern_asked.emit(self._key)

    def _on_history_asked(self) -> None:
        self.settle_now()
        self.history_asked.emit(self._key)

    def _on_action_toggled(self, is_wanted: bool) -> None:
        if is_wanted:
            self.actions_part.add()
        else:
            self.actions_part.remove_all()

    def _on_actions_opened_changed(self) -> None:
        self.follow_up.action_box.setChecked(self.actions_part.is_open)
