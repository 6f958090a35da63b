# SPDX-License-Identifier: MPL-2.0
"""Show what the organisation has settled for everybody: it can be read, and not changed here."""

from collections.abc import Mapping

from auditapp.i18n import _
from ui.preferences import Preferences
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.line_field import LineField


def settled_words() -> str:
    """Return what is said beside it."""
    return _("Your organisation has settled this.")


def show_settled(preferences: Preferences, fields: Mapping[str, LineField | ComboField]) -> None:
    """Let nobody change those of ``fields``, by the names of their settings, that are settled."""
    for name, field in fields.items():
        if name in preferences.settled:
            field.set_read_only(True)
            field.set_hint(settled_words())
