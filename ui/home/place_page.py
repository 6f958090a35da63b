# SPDX-License-Identifier: MPL-2.0
"""What the page of a place in the rail owes, beside being a widget."""


class PlacePage:
    """The duties of such a page; each does nothing unless the page says otherwise."""

    def refresh(self) -> None:
        """Show things as they are now; called whenever the page comes on show."""

    def settle_now(self) -> None:
        """Keep what is typed and not kept yet.

        Called before another page is shown, and before the window locks or closes.

        Raises:
            AuditAppError: It could not be kept; the window stays as it is.
        """

    def stop(self) -> None:
        """End all work, before the window locks."""

    def sealed_place(self) -> bytes:
        """Return where somebody is and what is typed, sealed by the workspace; empty for none."""
        return b""

    def resume(self, sealed: bytes) -> None:
        """Go back to where somebody was before the window was locked."""
