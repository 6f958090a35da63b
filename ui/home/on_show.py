# SPDX-License-Identifier: MPL-2.0
"""Tell what the home has on show: the page by its name, and where the guide speaks of it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ui.help.chapters import INDEX, OF_PAGE, Place

if TYPE_CHECKING:
    from ui.home.home_view import HomeView
    from ui.walkthrough.walk_view import WalkView


def ways_back(home: "HomeView") -> Mapping[str, Callable[[], None]]:
    """Return what shows each page that one can go back to, by the names of the pages."""
    return {name: place.show for name, place in home.places.by_name.items()} | {
        "audits": home.show_audits,
        "moderation": home.show_moderation,
        "receive": home.show_receive,
        "checklists": home.show_checklists,
    }


def page_name(home: "HomeView") -> str:
    """Return the name of the page on show as ``ways_back`` has it; empty for any other page."""
    if home.places.on_show is not None:
        return home.places.on_show.name
    pages = {
        "audits": home.audits,
        "checklists": home.checklists,
        "moderation": home.moderation and home.moderation.listed,
        "receive": home.moderation and home.moderation.received,
    }
    return next((name for name, page in pages.items() if page is home.page), "")


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
