# SPDX-License-Identifier: MPL-2.0
"""Take whoever can be recognised out of words that go further than the people they were for.

Whoever has a place on the front sheet gets a code that stays the same in every copy: the case, the
worker, the team, the auditors. Where nobody is to be told apart at all, as in a learning note, one
mark stands for all of them. Names and numbers in what was written are taken out. What is left is a
pseudonym and no proof against somebody who knows the family: read a copy before it goes out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from auditapp.avoided_names import PersonalFinder
from auditapp.i18n import _
from auditapp.model.audit import Audit
from auditapp.model.history import HistoryEntry
from auditapp.model.texts import texts_of
from auditapp.personal_data import Finding, PersonalKind

Coder = Callable[[str], str]
"""Returns the code of a text: short, the same each time, and telling nothing of the text."""

_LONG_ENOUGH: Final = 3
"""Letters and digits of a code that is found wherever it stands. One of two has to have a letter,
and is found only as it is written: a worker "7" is no other seven."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True)
class Mask:
    """Take out of a text what tells who somebody is.

    Args:
        codes: what stands in the place of the names on front sheets, by how those are written.
        finder: finds names to be avoided, and numbers.
        whole_names: what looks like a name in the audit itself, in small letters; other words that
            look like one, such as those of a checklist, stay.
    """

    codes: Mapping[str, str]
    finder: PersonalFinder
    whole_names: frozenset[str]

    def apply(self, text: str) -> str:
        """Return ``text`` with codes, and with brackets that say what was taken out."""
        masked = self.codes.get(text) or self._written.sub(self._code_of, text)
        for found in reversed(self._found(masked)):
            masked = f"{masked[: found.start]}[{_removed(found.kind)}]{masked[found.end :]}"
        return masked

    def left_in(self, text: str) -> list[PersonalKind]:
        """Return what a masked ``text`` still gives away.

        It looks between the words for what was taken out: behind "date of birth removed" any other
        date would be taken for one.
        """
        marks = "|".join(re.escape(f"[{_removed(kind)}]") for kind in PersonalKind)
        return [found.kind for part in re.split(marks, text) for found in self._found(part)]

    @cached_property
    def _written(self) -> re.Pattern[str]:
        """Return what finds the names on front sheets, the longest first."""
        inside = "|".join(filter(None, map(_pattern, self.codes))) or r"(?!)"
        return re.compile(rf"(?<![^\W_])(?:{inside})(?![^\W_])")

    @cached_property
    def _plain_codes(self) -> Mapping[str, str]:
        return {_parts(written): code for written, code in reversed(tuple(self.codes.items()))}

    def _code_of(self, match: re.Match[str]) -> str:
        found = match.group()
        # Some letters of two alphabets are one to an expression, and two without capitals.
        return self.codes.get(found) or self._plain_codes.get(_parts(found), _("[left out]"))

    def _found(self, text: str) -> list[Finding]:
        return [
            found
            for found in self.finder.find(text)
            if found.kind is not PersonalKind.NAME
            or _plain(text[found.start : found.end]) in self.whole_names
        ]


def make_mask(
    audits: Sequence[Audit],
    histories: Iterable[Sequence[HistoryEntry]],
    avoided: Sequence[str],
    coder: Coder | None,
) -> Mask:
    """Return the mask for a paper about some audits.

    Args:
        audits: every audit in it, in every state that it shows.
        histories: the lines that it may show.
        avoided: names that must not appear, whoever gave them.
        coder: makes the codes; without one, whoever it is was left out.
    """
    people = dict.fromkeys(_people(audits, histories))
    texts = [place.text for audit in audits for place in texts_of(audit)]
    finder = PersonalFinder([*avoided, *people])
    names = dict.fromkeys(_names_in(texts, finder))
    ordinary = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    sure = [name for name in names if not any(w.lower() in ordinary for w in _WORD.findall(name))]
    return Mask(
        codes=dict(_codes(audits, people, coder)),
        finder=PersonalFinder([*avoided, *people, *sure]),
        whole_names=frozenset(map(_plain, names)),
    )


def _codes(
    audits: Sequence[Audit], people: Iterable[str], coder: Coder | None
) -> Iterator[tuple[str, str]]:
    """Yield what is written and its code, the longest first: one may be a part of another."""
    found = dict.fromkeys(people, _("Person {code}"))
    for front in (audit.front for audit in audits):
        kinds = (
            (front.team, _("Team {code}")),
            (front.worker_code, _("Worker {code}")),
            (front.case_reference, _("Case {code}")),
            (front.auditor, _("Auditor {code}")),
        )
        found |= {text: words for text, words in kinds if text.strip()}
    for written, words in sorted(found.items(), key=lambda each: -len(each[0])):
        yield written, words.format(code=coder(written)) if coder else _("[left out]")


def _pattern(written: str) -> str:
    """Return a regular expression for a name on a front sheet; nothing for one that is too short.

    A name with a digit in it, or of several words, is forgiven its capitals and what stands between
    its parts: "SW-14" is "sw14" as well. A single word has to begin with a capital letter, or be as
    it is written: a team called "Court" is in no court order. So has a number alone, because
    "4.17" is another question.
    """
    parts = _PARTS.findall(written)
    length = sum(map(len, parts))
    words = [part for part in parts if part.isalpha()]
    if length < (_LONG_ENOUGH - 1 if words else _LONG_ENOUGH):
        return ""
    as_written = re.escape(written.strip())
    if length < _LONG_ENOUGH or not words:
        return as_written
    loose = r"[\W_]{0,3}".join(parts)
    if len(words) < len(parts) or sum(len(word) > 1 for word in words) > 1:
        return f"(?i:{loose})"
    return f"{as_written}|{loose[0].upper()}(?i:{loose[1:]})"


def _parts(text: str) -> str:
    """Return what is the same in all ways to write a name."""
    return "".join(_PARTS.findall(text)).casefold()


def _people(audits: Sequence[Audit], histories: Iterable[Sequence[HistoryEntry]]) -> Iterator[str]:
    """Yield whoever signs for something in the audits."""
    for audit in audits:
        signed = (audit.sign_off, audit.amendment)
        named = [audit.front.auditor, *(each.by for each in signed if each)]
        named += [answer.changed_by for answer in audit.answers.values()]
        named += [grade.given_by for grade in audit.grades.values()]
        named += [action.verified_by for action in audit.actions.values()]
        held = [each.others for each in audit.differences.values()]
        held += [each.others for each in audit.agreed.values()]
        beside = (version for others in held for version in others)
        named += [version.by for version in beside]
        steps = (step for each in audit.action_progress.values() for step in each.steps)
        named += [name for step in steps for name in (step.by, step.done_by)]
        named += [agreed.by for agreed in audit.agreed.values()]
        named += [concern.raised_by for concern in audit.concerns.values()]
        yield from (name for name in named if name.strip())
    for history in histories:
        yield from (entry.by for entry in history if entry.by.strip())


def _names_in(texts: Iterable[str], finder: PersonalFinder) -> Iterator[str]:
    for text in texts:
        for found in finder.find(text):
            if found.kind is PersonalKind.NAME:
                yield text[found.start : found.end]


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).casefold()


def _removed(kind: PersonalKind) -> str:
    return {
        PersonalKind.AVOIDED_NAME: _("name removed"),
        PersonalKind.NAME: _("name removed"),
        PersonalKind.EMAIL: _("e-mail address removed"),
        PersonalKind.NHS_NUMBER: _("NHS number removed"),
        PersonalKind.POSTCODE: _("postcode removed"),
        PersonalKind.DATE_OF_BIRTH: _("date of birth removed"),
        PersonalKind.PHONE: _("telephone number removed"),
    }[kind]
