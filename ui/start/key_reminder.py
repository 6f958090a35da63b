# SPDX-License-Identifier: MPL-2.0
"""Remember, across a power cut, that a recovery key was shown and never checked."""

from contextlib import suppress

from auditapp.paths import AppPaths


class KeyReminder:
    """Leave an empty file beside the store until the person has typed the recovery key back."""

    def __init__(self, paths: AppPaths) -> None:
        self._path = paths.home / "recovery-key-not-checked"

    @property
    def is_due(self) -> bool:
        """Whether the recovery key of the workspace was never checked."""
        return self._path.exists()

    def set(self) -> None:
        """Remember it. Without the file there is no reminder, and no other harm."""
        with suppress(OSError):
            self._path.touch(mode=0o600)

    def clear(self) -> None:
        """Forget it: the key was typed back."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
