# SPDX-License-Identifier: MPL-2.0
"""Give a recovery key as somebody types it with a mistake."""

from auditapp.store.recovery_key import format_recovery_key

_RIGHT = format_recovery_key(bytes(20))
MISTYPED_KEY = ("B" if _RIGHT[0] == "A" else "A") + _RIGHT[1:]
