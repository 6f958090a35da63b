# SPDX-License-Identifier: MPL-2.0
"""Save one sealed file again and again, and never over what something else has saved meanwhile."""

from collections.abc import Callable

from auditapp.errors import SaveFailedError, StoreError
from auditapp.store.envelope import Header
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.sealed_object import Loaded, Place


class HeldFile:
    """Know which save of a file is held in memory, and put the next one in its place."""

    def __init__(self, folder: SealedFolder, place: Place, generation: int = 0) -> None:
        """Hold nothing; the first save follows ``generation``."""
        self._folder = folder
        self._place = place
        self._header: Header | None = None
        self._generation = generation

    @property
    def generation(self) -> int:
        """Return how often the file has been saved."""
        return self._generation

    @property
    def is_replaced(self) -> bool:
        """Tell whether the disk has another save than the one that is held.

        What cannot be read at this moment may well come back, and is held here whole.
        """
        return self._folder.header(self._place) not in (None, self._header)

    @property
    def is_gone(self) -> bool:
        """Tell whether the file was there, and something else has taken it away."""
        return self._header is not None and self._folder.is_lost(self._place)

    def take(self, loaded: Loaded) -> None:
        """Hold what was read of the file."""
        self._header, self._generation = loaded.header, loaded.header.generation

    def take_place(self, generation: int) -> None:
        """Let the first save follow ``generation``, and replace the file as it is now."""
        self._header, self._generation = self._folder.header(self._place), generation

    def save(self, summary: bytes, body: bytes, changed_on_disk: Callable[[], StoreError]) -> None:
        """Save what the file is to hold from now on.

        Args:
            summary: What a list is to show of it.
            body: The whole contents.
            changed_on_disk: Makes what is raised if something else has saved the file.

        Raises:
            SaveFailedError: The system refused it.
        """
        # The second line of defence, after the lock of the process: it holds where locks do not,
        # as on some network drives. A file that was lost is no reason to stop: all of it is here.
        is_ours = self._folder.header(self._place) == self._header
        if not is_ours and not self._folder.is_lost(self._place):
            raise changed_on_disk()
        try:
            self._header = self._folder.save(self._place, self._generation + 1, summary, body)
        except SaveFailedError:
            # If only the flush of the folder failed, the new file is in place: it is ours. If
            # nothing can be read at this moment, what was there may well come back.
            self._header = self._folder.header(self._place) or self._header
            if self._header is not None:
                self._generation = max(self._generation, self._header.generation)
            raise
        self._generation = self._header.generation
