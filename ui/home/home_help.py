# SPDX-License-Identifier: MPL-2.0
"""Know where in the guide it says what to do on the page of the home that is on show."""

from typing import TYPE_CHECKING

from ui.help.chapters import INDEX, OF_PAGE, Place

if TYPE_CHECKING:
    from ui.home.home_view import HomeView
    from ui.walkthrough.walk_view import WalkView


def walk_on_show(home: "HomeView") -> "WalkView | None":
    """Return the try-out or the guided start, if one is on show."""
    walks = (home.try_out, home.guided.view)
    return next((each for each in walks if each is not None and each is home.page), None)


def help_place(home: "HomeView") -> Place:
    """Return the place for the page on show; a walk knows its own, step by step."""
    page = home.page
    walk = walk_on_show(home)
    if walk is not None:
        return walk.help_place
    passing = {
        "new_audit": home.new_audit,
        "loading": home.loading,
        "pair": home.moderation and home.moderation.compared,
    }
    found = (name for name, each in passing.items() if each is not None and each is page)
    return OF_PAGE.get(next(found, home.page_name), INDEX)
