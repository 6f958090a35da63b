# SPDX-License-Identifier: MPL-2.0
"""Put what PyYAML says about a file into words for people who write checklists."""

import re
from typing import Any

import yaml

from auditapp.i18n import _

# Pattern of PyYAML's words (those of libyaml, and of the reader in Python), what is wrong, what to
# write instead, and whether the place is where the unfinished thing begins.
_PROBLEMS = (
    (
        r"mapping values are not allowed",
        _("This colon cannot stand here."),
        _("Put text that contains a colon in quotes, and check how far the line is indented."),
        False,
    ),
    (
        r"could not find expected ':'",
        _("This line has no colon."),
        _("Write 'key: value', or indent the line if it belongs to the text above."),
        True,
    ),
    (
        r"quoted scalar.*(end of stream|document separator)",
        _("The quotation mark that opens here is never closed."),
        _("Close it, or write an apostrophe inside single quotes twice."),
        True,
    ),
    (
        r"escape",
        _("A backslash in double quotes is followed by a character that means nothing."),
        _("Use single quotes, or write the backslash twice."),
        False,
    ),
    (
        r"parsing a flow",
        _("The list or mapping in brackets that begins here is not well formed."),
        _("Close each bracket, put one comma between entries, and quote text with , : [ ] { }."),
        True,
    ),
    (
        r"parsing a block (mapping|collection)",
        _("This line does not fit the lines above it."),
        _("Indent it as far as its neighbours, and check the quotation marks before it."),
        False,
    ),
    (
        r"cannot start any token|tab character",
        _("Text cannot begin with this character."),
        _("Indent with spaces, not tabs; put text that begins with @, % or ` in quotes."),
        False,
    ),
    (
        r"(anchor|alias)$",
        _("Text cannot begin with & or *."),
        _("Put the text in quotes."),
        False,
    ),
)


def explain(error: yaml.MarkedYAMLError) -> tuple[int, int, str, str]:
    """Return the line and column of an error, what is wrong, and what to write instead."""
    words = f"{error.problem} {error.context or ''}"
    turned = f"{error.context or ''} {error.problem}"
    for pattern, message, remedy, at_start in _PROBLEMS:
        if re.search(pattern, words) or re.search(pattern, turned):
            mark: Any = error.context_mark if at_start else error.problem_mark
            return mark.line + 1, mark.column + 1, message, remedy
    place: Any = error.problem_mark
    return place.line + 1, place.column + 1, *unknown_problem(str(error.problem))


def unknown_problem(problem: str) -> tuple[str, str]:
    """Return what is wrong, and what to do, where only PyYAML's own words are known."""
    return (
        _("YAML cannot read this: {problem}.").format(problem=problem),
        _("Compare the line with the same place in another checklist."),
    )
