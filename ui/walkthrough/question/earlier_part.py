# SPDX-License-Identifier: MPL-2.0
"""What was answered to an earlier wording of the question, before its checklist was revised."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.day_words import dates_in_words
from auditapp.model.answer import SetAsideAnswer, ToConfirm
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.question_part import QuestionPart
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.banner import Banner

_CONFIRM = "confirm"


class EarlierPart(QuestionPart):
    """The old wording beside an answer that waits to be confirmed, and answers set aside."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        self.to_confirm = Banner(
            theme, "warn", "", actions=[(_CONFIRM, _("Confirm the answer"))], icon="rotate-ccw"
        )
        self.to_confirm.action_clicked.connect(self._on_confirmed)
        self.set_aside: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.to_confirm)

    def _refresh(self) -> None:
        mark = self._open_audit.audit.to_confirm.get(self._asked.key)
        kept = self._beside()
        self.to_confirm.setVisible(mark is not None)
        if mark is not None:
            title = _("The question was revised after you answered it")
            self.to_confirm.set_content("warn", title, _words(mark), "rotate-ccw")
            self.to_confirm.buttons[0].setEnabled(self.can_edit)
        while len(self.set_aside) < len(kept):
            self._add_banner()
        for i, banner in enumerate(self.set_aside):
            banner.setVisible(i < len(kept))
        for banner, each in zip(self.set_aside, kept, strict=False):
            words = [_words(each), _noted(each)]
            title = _("An earlier answer was set aside")
            banner.set_content("info", title, "\n".join(filter(None, words)))
        self.setVisible(mark is not None or bool(kept))

    def _beside(self) -> Sequence[SetAsideAnswer]:
        """Return the answers set aside that this question now asks for."""
        key = self._asked.key
        held = self._open_audit.audit.set_aside.items()
        return [each for kept, each in held if key in (kept, each.question, *each.beside)]

    def _add_banner(self) -> None:
        banner = Banner(self._theme, "info", "")
        self._column.addWidget(banner)
        self.set_aside.append(banner)

    def _on_confirmed(self) -> None:
        self._open_audit.confirm_answer(self._asked.key, initiator=self)
        announce(self, _("Answer confirmed"))


def _words(earlier: SetAsideAnswer | ToConfirm) -> str:
    lines = [
        earlier.why,
        _("Asked then, in version {version}: {question}").format(
            version=earlier.checklist_version, question=earlier.question_text
        ),
        _("Answered then: {answer}").format(answer=dates_in_words(earlier.answer_text)),
    ]
    return "\n".join(lines)


def _noted(earlier: SetAsideAnswer) -> str:
    note = earlier.answer.note.strip()
    return _("Your note then: {note}").format(note=note) if note else ""
