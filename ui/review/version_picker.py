# SPDX-License-Identifier: MPL-2.0
"""Choose which state of an audit a report shows: as it is now, or as it was signed off before."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState, version_name
from auditapp.model.audit import Audit
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.date_text import date_words

_NOW: Final = ""


class VersionPicker(ComboField):
    """A drop-down list of the states of an audit; hidden where there is only one.

    Signals:
        value_chosen: another state was chosen; read ``signed``.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer the audit as it is."""
        super().__init__(theme, _("Versio&n"), parent=parent)
        self._signed: tuple[int, ...] = ()
        self.offer((), None)

    def offer(self, earlier: Sequence[AuditState], now: Audit | None) -> None:
        """Offer an audit as it is ``now``, and its ``earlier`` signed states, the latest first.

        The one chosen stays so, as long as it is there.
        """
        chosen = self.value or _NOW
        items = [(_NOW, "" if now is None else _words(now))]
        items += [(str(each.number), _words(each.audit)) for each in reversed(earlier)]
        self._signed = tuple(each.number for each in earlier)
        self.set_items(items)
        self.set_value(chosen if chosen in dict(items) else _NOW)
        self.setVisible(bool(earlier))

    def show_signed(self, signed: int | None) -> None:
        """Show a signed state as chosen, by its number, or the audit as it is; without a signal."""
        self.set_value(str(signed) if signed in self._signed else _NOW)

    @property
    def signed(self) -> int | None:
        """The number of the earlier signed state that is chosen; None for the audit as it is."""
        return int(self.value) if self.value else None


def _words(audit: Audit) -> str:
    name, signed = version_name(audit), audit.sign_off
    if signed is None:
        return _("{version}, not signed off yet").format(version=name)
    day = date_words(signed.at.astimezone().date())
    return _("{version}, signed off on {day}").format(version=name, day=day)
