# SPDX-License-Identifier: MPL-2.0
"""Accept only patterns that cannot keep the computer busy.

Python's ``re`` tries one way after another to fit a pattern to a text. A pattern is refused when
the ways could be more than a million for the longest text that is tested (500 characters), so two
unlimited repeats are the most there can be, and a repeat inside a repeat is next to impossible. The
small language accepted is ordinary characters, classes, groups, alternatives and repeats.
"""

import math
import re
from typing import NoReturn

from auditapp.i18n import _

MOST_WAYS = 1_000_000
LONGEST_TEXT = 500
DEEPEST = 10

_COUNT = re.compile(r"\{([0-9]{1,4})(,([0-9]{0,4}))?\}")
_CLASS_ESCAPES = frozenset("dDwWsS")
_REPEATS = {"*": (0, LONGEST_TEXT), "+": (1, LONGEST_TEXT), "?": (0, 1)}
_SET_OPERATIONS = ("[", "--", "&&", "||", "~~")


class PatternError(Exception):
    """Refuse a pattern; ``remedy`` says what to write instead."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def check_pattern(pattern: str) -> None:
    """Accept ``pattern`` for matching whole answers of up to 500 characters.

    Raises:
        PatternError: the pattern is not well formed, or could take too long.
    """
    reader = _PatternReader(pattern)
    ways = reader.alternatives()
    if reader.rest:
        _refuse_syntax(_("a closing bracket has no opening one"))
    if ways > MOST_WAYS:
        raise PatternError(
            _("This pattern can take too long to test."),
            _("Use at most two of * and +, and no repeat inside a repeated group."),
        )
    try:
        re.compile(pattern)
    except re.error as error:
        _refuse_syntax(error.msg)


def fits(pattern: str, text: str) -> bool:
    """Tell whether a text, all of it, has the form of a pattern; a very long one never has."""
    return len(text) <= LONGEST_TEXT and re.fullmatch(pattern, text) is not None


def _refuse_syntax(problem: str) -> NoReturn:
    raise PatternError(
        _("This pattern is not well formed: {problem}.").format(problem=problem),
        _("Use characters, classes such as [A-Z] or \\d, groups, | and repeats."),
    )


def _refuse_unknown(part: str) -> NoReturn:
    raise PatternError(
        _("'{part}' is not allowed in a pattern.").format(part=part),
        _("Write it without look-around, back-references, anchors and flags."),
    )


class _PatternReader:
    """Read a pattern from left to right and count the ways in which it can fit a text."""

    def __init__(self, pattern: str) -> None:
        self._length = len(pattern)
        self._depth = 0
        self.rest = pattern

    def alternatives(self) -> float:
        """Read up to the end of a group, or of the pattern, and return in how many ways it fits.

        Raises:
            PatternError: It is not well formed, or holds what is not allowed.
        """
        ways = self._sequence()
        while self.rest.startswith("|"):
            self._skip(1)
            ways += self._sequence()
        return ways

    def _sequence(self) -> float:
        ways, parts = 1.0, 0
        while self.rest and self.rest[0] not in "|)":
            ways *= self._repeated(self._part())
            parts += 1
        if not parts:
            _refuse_syntax(_("a group or alternative is empty"))
        return ways

    def _part(self) -> float:
        first = self.rest[0]
        if first == "(":
            return self._group()
        if first == "[":
            self._character_class()
        elif first == "\\":
            self._escape()
        elif first in "^$":
            self._anchor()
        elif first in "*+?{":
            _refuse_syntax(_("there is nothing to repeat before '{sign}'").format(sign=first))
        else:
            self._skip(1)
        return 1.0

    def _anchor(self) -> None:
        """Skip a ``^`` that comes first or a ``$`` that comes last; the whole answer is matched."""
        is_first = self.rest[0] == "^" and len(self.rest) == self._length
        if not is_first and self.rest != "$":
            _refuse_unknown(self.rest[0])
        self._skip(1)

    def _group(self) -> float:
        if self.rest.startswith("(?") and not self.rest.startswith("(?:"):
            _refuse_unknown(self.rest[:3])
        self._skip(3 if self.rest.startswith("(?:") else 1)
        self._depth += 1
        if self._depth > DEEPEST:
            _refuse_syntax(_("groups are nested too deep"))
        ways = self.alternatives()
        self._depth -= 1
        if not self.rest.startswith(")"):
            _refuse_syntax(_("a bracket is not closed"))
        self._skip(1)
        return ways

    def _character_class(self) -> None:
        # A ] that comes first stands for itself.
        found = re.match(r"\[\^?\]?(?:\\.|[^\\\]])*\]", self.rest, re.DOTALL)
        if found is None:
            _refuse_syntax(_("a [ is not closed"))
        inside = re.sub(r"\\.", "", found[0][1:-1])
        if any(operation in inside for operation in _SET_OPERATIONS):
            _refuse_syntax(_("put a backslash before [, - or & in a class"))
        self._skip(found.end())

    def _escape(self) -> None:
        escaped = self.rest[1:2]
        if escaped.isalnum() and escaped not in _CLASS_ESCAPES:
            _refuse_unknown(self.rest[:2])
        self._skip(2)

    def _repeated(self, ways: float) -> float:
        """Return the ways of a part with the repeat that follows it, if one does."""
        found = self._repeat()
        if found is None:
            return ways
        least, most = found
        if ways == 1:
            return most - least + 1
        if most == 1:
            return ways + 1
        try:
            return math.pow(ways, most) * (most - least + 1)
        except OverflowError:
            return math.inf

    def _repeat(self) -> tuple[int, int] | None:
        limits = _REPEATS.get(self.rest[:1])
        length = 1
        if counted := _COUNT.match(self.rest):
            least = int(counted[1])
            most = least if counted[2] is None else int(counted[3] or LONGEST_TEXT)
            if not least <= most <= LONGEST_TEXT or not most:
                _refuse_syntax(_("{count} cannot be a repeat").format(count=counted[0]))
            limits, length = (least, most), counted.end()
        if limits is None:
            return None
        self._skip(length)
        if self.rest.startswith("?"):
            self._skip(1)
        if self.rest[:1] in ("*", "+", "?"):
            _refuse_syntax(_("two repeats follow each other"))
        return limits

    def _skip(self, count: int) -> None:
        self.rest = self.rest[count:]
