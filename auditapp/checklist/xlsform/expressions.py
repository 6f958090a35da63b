# SPDX-License-Identifier: MPL-2.0
"""Read the expressions of XLSForm, such as ``${age} >= 5 and selected(${who}, 'carer')``.

The language is the part of XPath 1.0 that ODK describes at https://docs.getodk.org/form-logic/. It
is read into a tree by recursive descent, and never evaluated. Every limit is there for a workbook
that somebody made to keep the computer busy.
"""

import re
from dataclasses import dataclass
from typing import Final, NoReturn

from auditapp.i18n import _

MAX_LENGTH: Final = 20_000
"""Characters."""

MAX_DEPTH: Final = 40
"""Of brackets, functions and signs inside each other."""

MAX_CHAIN: Final = 40
"""Comparisons or sums in a row; ``and`` and ``or`` join any number of parts."""

_TOKEN: Final = re.compile(
    r"""
      (?P<reference>\$\{\s*[^{}\s]+\s*\})
    | (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    | (?P<text>"[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)
    | (?P<sign><=|>=|!=|//|[=<>|+*/()\[\],@-])
    | (?P<step>\.\.|\.)
    | (?P<name>[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?)
    """,
    re.VERBOSE,
)


class ExpressionError(Exception):
    """Say why an expression cannot be read or translated."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Name a question: ``${name}``, or the last step of a path."""

    name: str


@dataclass(frozen=True, slots=True)
class Own:
    """Stand for the answer of the row's own question: ``.``."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Hold a text or a number."""

    value: str | float


@dataclass(frozen=True, slots=True)
class Call:
    """Call a function."""

    name: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Join two parts or more by ``and`` or ``or``."""

    word: str
    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """Join two parts by ``= != < <= > >= + - * div mod``."""

    sign: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Negative:
    """Put a minus before a part."""

    part: "Expression"


Expression = Reference | Own | Literal | Call | Joined | Operation | Negative

COMPARISONS: Final = ("=", "!=", "<", "<=", ">", ">=")


def read_expression(text: str) -> Expression:
    """Return the tree of an expression.

    Raises:
        ExpressionError: it is not well formed, too large, or uses paths and filters that only the
            data of a form could answer.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(_("the expression is too long"))
    return _Reader(_tokens(text)).whole()


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _TOKEN.match(text, place)
        if found is None:
            raise ExpressionError(_("'{sign}' cannot be read").format(sign=text[place]))
        tokens.append((str(found.lastgroup), found[0]))
        place = found.end()
    return tokens


class _Reader:
    """Read tokens from left to right, loosest binding first."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    def whole(self) -> Expression:
        """Return the expression that all the tokens together are.

        Raises:
            ExpressionError: They are not one expression.
        """
        expression = self._either()
        if self._place < len(self._tokens):
            self._refuse()
        return expression

    def _either(self) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError(_("the expression is nested too deep"))
        parts = [self._both()]
        while self._skip_word("or"):
            parts.append(self._both())
        self._depth -= 1
        return parts[0] if len(parts) == 1 else Joined("or", tuple(parts))

    def _both(self) -> Expression:
        parts = [self._operation(0)]
        while self._skip_word("and"):
            parts.append(self._operation(0))
        return parts[0] if len(parts) == 1 else Joined("and", tuple(parts))

    def _operation(self, level: int) -> Expression:
        """Read a chain of operations of one level, from left to right."""
        if level == len(_LEVELS):
            return self._signed()
        left = self._operation(level + 1)
        for _count in range(MAX_CHAIN):
            sign = self._sign_of(_LEVELS[level])
            if sign is None:
                return left
            left = Operation(sign, left, self._operation(level + 1))
        raise ExpressionError(_("too many operations follow each other"))

    def _sign_of(self, signs: tuple[str, ...]) -> str | None:
        kind, text = self._next()
        if kind not in ("sign", "name") or text not in signs:
            return None
        self._place += 1
        return text

    def _signed(self) -> Expression:
        minus = 0
        while self._skip("-"):
            minus += 1
        part = self._part()
        if minus % 2 == 0:
            return part
        if isinstance(part, Literal) and isinstance(part.value, float):
            return Literal(-part.value)
        return Negative(part)

    def _part(self) -> Expression:
        kind, text = self._next()
        if kind == "reference":
            self._place += 1
            return self._unfiltered(Reference(text[2:-1].strip()))
        if kind == "number":
            self._place += 1
            return Literal(float(text))
        if kind == "text":
            self._place += 1
            return Literal(text[1:-1])
        if self._skip("("):
            part = self._either()
            self._expect(")")
            return self._unfiltered(part)
        if kind == "name" and self._next(1) == ("sign", "("):
            return self._call(text)
        return self._path()

    def _call(self, name: str) -> Expression:
        self._place += 2
        arguments: list[Expression] = []
        if not self._skip(")"):
            arguments.append(self._either())
            while self._skip(","):
                arguments.append(self._either())
            self._expect(")")
        return self._unfiltered(Call(name.lower(), tuple(arguments)))

    def _path(self) -> Expression:
        """Read a path down to one question; only its last step counts, names being unique."""
        kind, text = self._next()
        if kind == "step" and text == "." and self._next(1) != ("sign", "/"):
            self._place += 1
            return Own()
        if kind == "name" and self._next(1) != ("sign", "/"):
            self._place += 1
            return self._unfiltered(Reference(text))
        last = ""
        self._skip("/")
        while True:
            kind, text = self._next()
            if kind not in ("name", "step", "reference"):
                self._refuse()
            self._place += 1
            last = text if kind != "step" else last
            if not self._skip("/"):
                break
        if not last:
            self._refuse()
        return self._unfiltered(Reference(last.removeprefix("${").removesuffix("}").strip()))

    def _unfiltered(self, part: Expression) -> Expression:
        if self._next() in (("sign", "["), ("sign", "/"), ("sign", "//"), ("sign", "|")):
            raise ExpressionError(_("paths and filters are not translated"))
        return part

    def _next(self, ahead: int = 0) -> tuple[str, str]:
        place = self._place + ahead
        return self._tokens[place] if place < len(self._tokens) else ("end", "")

    def _skip(self, sign: str) -> bool:
        found = self._next() == ("sign", sign)
        self._place += found
        return found

    def _skip_word(self, word: str) -> bool:
        kind, text = self._next()
        found = kind == "name" and text.lower() == word
        self._place += found
        return found

    def _expect(self, sign: str) -> None:
        if not self._skip(sign):
            self._refuse()

    def _refuse(self) -> NoReturn:
        kind, text = self._next()
        if kind == "end":
            raise ExpressionError(_("the expression ends too early"))
        raise ExpressionError(_("'{part}' cannot stand there").format(part=text[:40]))


_LEVELS: Final = (("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
"""Loosest first: XPath 1.0, section 3.5."""
