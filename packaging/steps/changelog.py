# SPDX-License-Identifier: MPL-2.0
"""See that the changelog keeps its form (Keep a Changelog 1.1.0) and agrees with the version."""

import datetime as dt
import re
from collections.abc import Iterator

HEADINGS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")

_RELEASE = re.compile(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})")
_UNRELEASED = "[Unreleased]"


def changelog_faults(text: str, version: str) -> list[str]:
    """Return what is wrong with a changelog, each fault in a sentence.

    Args:
        text: The whole file.
        version: What the program says of itself: the newest release.
    """
    sections = _sections(text)
    names = [name for name, _body in sections]
    faults = []
    if names[:1] != [_UNRELEASED] or names.count(_UNRELEASED) != 1:
        faults.append(f"The first section is to be '## {_UNRELEASED}', and there is to be one.")
    releases = [name for name in names if name != _UNRELEASED]
    faults += [
        f"'## {name}' is not of the form '## [1.2.3] - 2026-01-31'."
        for name in releases
        if not _is_release(name)
    ]
    faults += _faults_of_order([name for name in releases if _is_release(name)], version)
    for name, body in sections:
        faults += _faults_within(name, body)
    return faults


def unreleased(text: str) -> str:
    """Return what has not been released yet, without its heading."""
    return next((body.strip() for name, body in _sections(text) if name == _UNRELEASED), "")


def _sections(text: str) -> list[tuple[str, str]]:
    """Return name and text of each section of the second level."""
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)[1:]
    return [(name.strip(), body) for name, body in zip(parts[::2], parts[1::2], strict=True)]


def _is_release(name: str) -> bool:
    found = _RELEASE.fullmatch(name)
    if not found:
        return False
    try:
        dt.date.fromisoformat(found[2])
    except ValueError:
        return False
    return True


def _faults_of_order(releases: list[str], version: str) -> Iterator[str]:
    """Yield what is wrong with the order of releases, the newest first."""
    found = [match.groups() for match in map(_RELEASE.fullmatch, releases) if match]
    numbers = [tuple(map(int, number.split("."))) for number, _day in found]
    days = [day for _number, day in found]
    if numbers != sorted(set(numbers), reverse=True):
        yield "The releases do not go down from the newest, each once."
    if days != sorted(days, reverse=True):
        yield "A release is dated before one that it follows."
    newest = found[0][0] if found else "none"
    if newest != version:
        yield f"The newest release here is {newest}, but auditapp/__init__.py says {version}."


def _faults_within(name: str, body: str) -> Iterator[str]:
    """Yield what is wrong with the headings of one section."""
    parts = re.split(r"^### (.*)$", body, flags=re.MULTILINE)
    headings = [heading.strip() for heading in parts[1::2]]
    for heading in sorted(set(headings) - set(HEADINGS)):
        yield f"{name}: '### {heading}' is none of {', '.join(HEADINGS)}."
    if len(headings) != len(set(headings)):
        yield f"{name}: a heading is there twice."
    for heading, entries in zip(headings, parts[2::2], strict=True):
        if not re.search(r"^[-*] ", entries, flags=re.MULTILINE):
            yield f"{name}: there is nothing under '### {heading}'."
