# SPDX-License-Identifier: MPL-2.0
"""Hold the one open audit of the window: the only object in ``ui`` that may change it.

An edit shows at once and is put in line to be written. An edit counts as saved when the store has
made it durable, and not before.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from auditapp.change import Change
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.outline import Outline
from auditapp.model import edits
from auditapp.model.audit import Audit, Overall
from auditapp.model.edits import STAMP, Author, Edit
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.grade import Grade
from auditapp.model.ids import AuditId, QuestionKey, RecordId, new_record_id
from auditapp.model.records import Record
from auditapp.model.settling import settle
from auditapp.model.tables import apply
from ui.audit_keeper import AuditKeeper
from ui.save_line import SaveLine


class OpenAudit(QObject):
    """Read the open audit from ``audit`` and ``outline``; change it by the methods.

    Signals:
        changed: a ``Change``, and who began it (that view may ignore the signal).
        saving: something is on its way to the disk.
        saved: everything is durable; the time.
        save_failed: it could not be written; the exception. It is still in line.
    """

    changed = Signal(object, object)
    saving = Signal()
    saved = Signal(object)
    save_failed = Signal(object)

    def __init__(
        self, keeper: AuditKeeper, audit_id: AuditId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._audit = keeper.open_audit(audit_id)
        self._outline = keeper.outline(self._audit)
        self._versions: Sequence[AuditState] | None = None
        self._line = SaveLine(self)
        self._line.grew.connect(self.saving)
        self._line.emptied.connect(self._on_line_emptied)
        self._line.failed.connect(self.save_failed)

    # What there is

    @property
    def audit(self) -> Audit:
        """The audit with every edit made so far, durable or still on its way."""
        return self._audit

    @property
    def outline(self) -> Outline:
        """What the audit asks at this moment."""
        return self._outline

    @property
    def can_edit(self) -> bool:
        """Whether the audit may still be changed."""
        return self._audit.is_draft

    @property
    def is_saved(self) -> bool:
        """Whether every edit has been made durable."""
        return self._line.is_empty

    @property
    def unsaved_words(self) -> str:
        """The texts of all edits that are not durable yet, each once, as they were typed last."""
        rows = {(put.table, put.key): put.record for edit in self._line.edits for put in edit.puts}
        texts = (
            value
            for record in rows.values()
            for name, value in (record or {}).items()
            if isinstance(value, str) and value and name not in STAMP
        )
        return "\n\n".join(texts)

    @property
    def signed_versions(self) -> Sequence[AuditState]:
        """The signed states that were amended since, the original first."""
        if self._versions is None:
            self._versions = self._keeper.signed_versions(self._audit.id)
        return self._versions

    def now(self) -> dt.datetime:
        """Return the time by the clock of what keeps the audit."""
        return self._keeper.clock()

    # Edits

    def change_answer(
        self, key: QuestionKey, *, initiator: object = None, typing: str = "", **fields: object
    ) -> None:
        """Change ``fields`` of the answer to a question (see ``edits.change_answer``)."""
        edit = edits.change_answer(self._audit, key, self._author(), typing=typing, **fields)
        self._make(edit, initiator)

    def confirm_answer(self, key: QuestionKey, initiator: object = None) -> None:
        """Confirm that an answer stands under the wording that its question has now."""
        self._make(edits.confirm_answer(key, self._author()), initiator)

    def clear_answer(self, key: QuestionKey, initiator: object = None) -> None:
        """Take the whole answer to a question away."""
        self._make(edits.clear_answer(key, self._author()), initiator)

    def give_grade(
        self, key: str, grade: Grade | None, *, initiator: object = None, typing: str = ""
    ) -> None:
        """Give the grade of a section, or the practice or impact grade; None takes it back."""
        self._make(edits.give_grade(key, grade, self._author(), typing=typing), initiator)

    def put_action(
        self,
        key: RecordId | None,
        action: Action | None,
        *,
        initiator: object = None,
        typing: str = "",
    ) -> RecordId:
        """Set an action (``key`` None makes a new one) or remove it; return its key."""
        key = key or new_record_id()
        self._make(edits.put_action(key, action, self._author(), typing=typing), initiator)
        return key

    def put_concern(
        self,
        key: RecordId | None,
        concern: Concern,
        *,
        initiator: object = None,
        typing: str = "",
    ) -> RecordId:
        """Raise an immediate concern (``key`` None) or change it; return its key."""
        key = key or new_record_id()
        self._make(edits.put_concern(key, concern, self._author(), typing=typing), initiator)
        return key

    def put_feedback(
        self,
        person: FeedbackFrom,
        feedback: Feedback,
        *,
        initiator: object = None,
        typing: str = "",
    ) -> None:
        """Record what one person said, or why they were not asked."""
        self._make(edits.put_feedback(person, feedback, self._author(), typing=typing), initiator)

    def change_front(self, front: FrontSheet, initiator: object = None) -> None:
        """Change the front sheet."""
        self._make(edits.change_front(front, self._author()), initiator)

    def change_overall(
        self, overall: Overall, *, initiator: object = None, typing: str = ""
    ) -> None:
        """Change what is said about the file as a whole."""
        self._make(edits.change_overall(overall, self._author(), typing=typing), initiator)

    def settle(self, table: str, key: str, row: Record | None) -> None:
        """Let one version of a row stand that came in several; None removes the row.

        Raises:
            NotAllowedError: There is nothing to settle any more.
        """
        self._make(settle(self._audit, table, key, row, self._author()), None)

    def settle_follow_up(self, table: str, key: str, row: Record | None, name: str) -> None:
        """Let one of several ways in which the audit was followed up stand, as ``name`` chose.

        Raises:
            NotAllowedError: There is nothing to settle any more, or another person has to choose.
            AuditAppError: It could not be written; nothing has changed.
        """
        self.flush()
        by = Author(name, self.now())
        self._adopt(self._keeper.settle_follow_up(self._audit.id, table, key, row, by), None)
        self.saved.emit(self.now())

    def undo(self) -> None:
        """Take the last change back, whichever view made it."""
        undo = partial(self._keeper.undo, self._audit.id, self._author())
        self._line.put(undo, take_over=self._take_over)

    def redo(self) -> None:
        """Make the change that was undone last once more."""
        redo = partial(self._keeper.redo, self._audit.id, self._author())
        self._line.put(redo, take_over=self._take_over)

    def sign_off(self) -> None:
        """Sign the audit off and lock it.

        Raises:
            NotAllowedError: Something that blocks signing off is still to be done.
            AuditAppError: An edit could not be saved first; nothing was signed.
        """
        self.flush()
        self._adopt(self._keeper.sign_off(self._audit.id, self._author()), None)
        self.saved.emit(self.now())

    def amend(self, name: str, reason: str) -> None:
        """Open the signed audit for an amendment by ``name``.

        Raises:
            AuditAppError: It cannot be amended, or nothing could be saved.
        """
        by = Author(name, self.now())
        change = self._keeper.amend(self._audit.id, by, reason)
        self._versions = None
        self._adopt(change, None)
        self.saved.emit(self.now())

    def give_up_amendment(self) -> None:
        """Go back to what was signed; what the amendment changed stays in the history alone.

        Raises:
            AuditAppError: An edit could not be saved first, or this could not be.
        """
        self.flush()
        change = self._keeper.give_up_amendment(self._audit.id, self._author())
        self._versions = None
        self._adopt(change, None)
        self.saved.emit(self.now())

    # Saving

    def flush(self) -> None:
        """Wait until everything is durable.

        Raises:
            AuditAppError: It could not be written. It stays in line.
        """
        self._line.flush()

    @Slot()
    def try_again(self) -> None:
        """Try to write what could not be written."""
        self._line.try_again()

    def close(self) -> None:
        """Write what is left and let the audit go.

        Raises:
            AuditAppError: Something could not be written; the audit stays open.
        """
        self.flush()
        self.abandon()

    def abandon(self) -> None:
        """Let the audit go, whatever is still in line. Only after the person agreed to that."""
        self._line.abandon()
        self._keeper.close_audit(self._audit.id)

    # Inside

    def _author(self) -> Author:
        return Author(self._audit.writer, self.now())

    def _make(self, edit: Edit, initiator: object) -> None:
        """Show an edit and put it in line."""
        change = Change.of(apply(self._audit, edit.puts), edit.puts, edit.kind)
        self._adopt(change, initiator)
        self._line.put(partial(self._keeper.commit, self._audit.id, edit), edit=edit)

    def _adopt(self, change: Change, initiator: object) -> None:
        self._audit = change.audit
        self._outline = self._keeper.outline(change.audit)
        self.changed.emit(change, initiator)

    def _take_over(self, change: Change) -> None:
        """Adopt what an undo made of the stored audit, and lay the edits in line over it again."""
        audit = change.audit
        for edit in self._line.edits:
            audit = apply(audit, edit.puts)
        self._adopt(replace(change, audit=audit), None)

    def _on_line_emptied(self) -> None:
        self.saved.emit(self.now())
