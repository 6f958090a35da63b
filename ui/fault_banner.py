# SPDX-License-Identifier: MPL-2.0
"""Say in a dialog why something could not be done."""

from PySide6.QtWidgets import QWidget

from auditapp.errors import WrongPassphraseError
from ui.messages import explain
from ui.theme.theme import Theme
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.surfaces.banner import Banner


class FaultBanner(Banner):
    """What went wrong and what to do; out of sight until something did."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "danger", "", icon="circle-alert", parent=parent)
        self.hide()

    def tell(self, error: BaseException, secret: PassphraseField | None = None) -> bool:
        """Show an error; one about a wrong ``secret`` goes to its field, which gets the focus.

        Returns:
            Whether the banner is on show now.
        """
        message = explain(error)
        words = f"{message.title} {message.text}"
        if secret is not None and isinstance(error, WrongPassphraseError):
            secret.set_error(words)
            secret.setFocus()
            return False
        self.show_message("danger", message.title, message.text, icon="circle-alert")
        return True
