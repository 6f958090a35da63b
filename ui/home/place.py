# SPDX-License-Identifier: MPL-2.0
"""One place in the rail: its button, and its page, which is made when it is first wanted."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from ui.home.home_pages import HomePages
from ui.home.place_page import PlacePage
from ui.widgets.buttons.rail_button import RailButton

PageT = TypeVar("PageT", bound=PlacePage)


class Place(Generic[PageT]):
    """A place to be."""

    def __init__(
        self,
        name: str,
        button: RailButton,
        make: Callable[[], PageT],
        pages: HomePages,
        show: Callable[[QWidget], object],
    ) -> None:
        """Hold a place whose page is not made yet.

        Args:
            name: what the place is called in the code, and where somebody is found again.
            button: its button in the rail.
            make: makes the page, a widget too; it imports what it needs, not before.
            pages: where the page is shown, and is called on for what it owes.
            show: brings a page of ``pages`` on show.
        """
        self.name = name
        self.button = button
        self.view: PageT | None = None
        self._make = make
        self._pages = pages
        self._show = show
        button.clicked.connect(self.show)

    def show(self) -> None:
        """Show the page as things are now."""
        view = self.made()
        view.refresh()
        self.button.setChecked(True)
        self._show(_as_widget(view))

    def made(self) -> PageT:
        """Return the page, which is made if need be."""
        if self.view is None:
            view = self.view = self._make()
            settle = view.settle_now
            self._pages.add_page(_as_widget(view), leave=settle, keep=settle, stop=view.stop)
        return self.view

    @property
    def is_on_show(self) -> bool:
        """Whether its page is the one that is seen."""
        return self.view is not None and self._pages.currentWidget() is _as_widget(self.view)


def _as_widget(page: PlacePage) -> QWidget:
    """Return a page as the widget that it is.

    No type says "a `PlacePage` and a `QWidget`" of pages that scroll and of pages that are stacks.
    """
    assert isinstance(page, QWidget)  # noqa: S101 - the code of the pages decides it
    return page
