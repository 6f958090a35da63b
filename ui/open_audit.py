# SPDX-License-Identifier: MPL-2.0
"""Hold the one open audit of the window: the only object in ``ui`` that may change it.

An edit shows at once and is written by a thread of its own, one after the other, in order. An edit
counts as saved when the store has made it durable, and not before. One that could not be written
stays in line, with all that come after it, and is tried again.
"""

import datetime as dt
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

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
from auditapp.model.tables import apply
from ui.audit_keeper import AuditKeeper

RETRY_AFTER: Final = 5000
"""Milliseconds until a save that failed is tried again by itself."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing to write: an edit that is shown already, or an undo whose result is awaited."""

    write: Callable[[], Change | None]
    edit: Edit | None = None


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
    _written = Signal()

    def __init__(
        self, keeper: AuditKeeper, audit_id: AuditId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._audit = keeper.open_audit(audit_id)
        self._outline = keeper.outline(self._audit)
        self._versions: Sequence[AuditState] | None = None
        self._line: deque[_Step] = deque()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")
        self._future: Future[Change | None] | None = None
        self._has_failed = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._retry.timeout.connect(self.try_again)
        self._written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)

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
        return not self._line

    @property
    def unsaved_words(self) -> str:
        """The texts of all edits that are not durable yet, each once, as they were typed last."""
        rows = {
            (put.table, put.key): put.record
            for step in self._line
            if step.edit is not None
            for put in step.edit.puts
        }
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

    def undo(self) -> None:
        """Take the last change back, whichever view made it."""
        self._queue(_Step(partial(self._keeper.undo, self._audit.id, self._author())))

    def redo(self) -> None:
        """Make the change that was undone last once more."""
        self._queue(_Step(partial(self._keeper.redo, self._audit.id, self._author())))

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
        self._has_failed = False
        while self._line:
            self._start()
            if self._future is not None:
                self._future.exception()
            error = self._collect()
            if error is not None:
                raise error

    @Slot()
    def try_again(self) -> None:
        """Try to write what could not be written."""
        self._has_failed = False
        self._start()

    def close(self) -> None:
        """Write what is left and let the audit go.

        Raises:
            AuditAppError: Something could not be written; the audit stays open.
        """
        self.flush()
        self.abandon()

    def abandon(self) -> None:
        """Let the audit go, whatever is still in line. Only after the person agreed to that."""
        self._retry.stop()
        self._executor.shutdown(wait=True)
        self._line.clear()
        self._future = None
        self._keeper.close_audit(self._audit.id)

    # Inside

    def _author(self) -> Author:
        return Author(self._audit.writer, self.now())

    def _make(self, edit: Edit, initiator: object) -> None:
        """Show an edit and put it in line."""
        change = Change.of(apply(self._audit, edit.puts), edit.puts, edit.kind)
        self._adopt(change, initiator)
        self._queue(_Step(partial(self._keeper.commit, self._audit.id, edit), edit))

    def _adopt(self, change: Change, initiator: object) -> None:
        self._audit = change.audit
        self._outline = self._keeper.outline(change.audit)
        self.changed.emit(change, initiator)

    def _queue(self, step: _Step) -> None:
        self._line.append(step)
        self.saving.emit()
        self._start()

    def _start(self) -> None:
        """Begin to write the first in line, unless something is being written or has failed."""
        if self._line and self._future is None and not self._has_failed:
            self._future = self._executor.submit(self._line[0].write)
            self._future.add_done_callback(self._tell_written)

    def _tell_written(self, _future: Future[Change | None]) -> None:
        """Wake the window's thread. Called in the thread that writes."""
        self._written.emit()

    @Slot()
    def _on_written(self) -> None:
        # ``flush`` may have taken the result already, and begun the next write.
        if self._future is not None and self._future.done():
            self._collect()

    def _collect(self) -> BaseException | None:
        """Take the result of the write under way, if there is one; return why it failed."""
        future, self._future = self._future, None
        if future is None:
            return None
        error = future.exception()
        if error is not None:
            self._has_failed = True
            self._retry.start()
            self.save_failed.emit(error)
            return error
        step = self._line.popleft()
        result = future.result()
        if step.edit is None and result is not None:
            self._take_over(result)
        if not self._line:
            self.saved.emit(self.now())
        self._start()
        return None

    def _take_over(self, change: Change) -> None:
        """Adopt what an undo made of the stored audit, and lay the edits in line over it again."""
        audit = change.audit
        for step in self._line:
            if step.edit is not None:
                audit = apply(audit, step.edit.puts)
        self._adopt(Change(audit, change.touched, change.kind), None)
