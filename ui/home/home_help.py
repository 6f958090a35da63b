# SPDX-License-Identifier: MPL-2.0
"""Know where in the guide it says what to do on the page of the home that is on show."""

from typing import TYPE_CHECKING

from ui.help.chapters import INDEX, OF_PAGE, Place

if TYPE_CHECKING:
    from ui.home.home_view import HomeView


def help_place(home: "HomeView") -> Place:
    """Return the place for the page on show; a walk knows its own, step by step."""
    page = home.page
    for walk in (home.try_out, home.guided.view):
        if walk is not None and walk is page:
            return walk.help_place
    passing = {
        "new_audit": home.new_audit,
        "loading": home.loading,
        "pair": home.moderation and home.moderation.compared,
    }
    found = (name for name, each in passing.items() if each is not None and each is page)
    return OF_PAGE.get(next(found, home.page_name), INDEX)
