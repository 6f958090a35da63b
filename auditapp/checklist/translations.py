# SPDX-License-Identifier: MPL-2.0
"""Show a checklist in another language, where its authors wrote it in that as well.

The title, the purpose and the licence stay: by these a checklist is listed, pinned and signed. So
do its sources, which are citations.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

from auditapp.checklist.faults import PathFault
from auditapp.checklist.header_models import Agency
from auditapp.checklist.local_names import Names, placeholders, with_names
from auditapp.checklist.models import Cap, Checklist, Section
from auditapp.checklist.question_models import AnswerOption, NotApplicable, Question, Rule
from auditapp.checklist.scales import Scale, ScaleAnswer
from auditapp.checklist.suggestions import suggestion
from auditapp.i18n import _, language
from auditapp.model.frozen import Frozen

READ_BY_AUDITORS: Final[Mapping[type[Frozen], frozenset[str]]] = MappingProxyType(
    {
        Agency: frozenset({"text"}),
        AnswerOption: frozenset({"text"}),
        Cap: frozenset({"because"}),
        NotApplicable: frozenset({"example"}),
        Question: frozenset({"text", "hint", "where", "good", "shortfall", "looks_like", "unit"}),
        Rule: frozenset({"message"}),
        Scale: frozenset({"title"}),
        ScaleAnswer: frozenset({"text"}),
        Section: frozenset({"title", "intro"}),
    }
)
"""The fields whose texts can be given in another language."""

Part = TypeVar("Part", bound=Frozen)


def as_read(checklist: Checklist, names: Names) -> Checklist:
    """Return ``checklist`` as auditors read it: in the language in use, with the local names."""
    return with_names(in_language(checklist, language()), names)


def in_language(checklist: Checklist, code: str) -> Checklist:
    """Return ``checklist`` with its texts in a language, as far as it has them."""
    for each in checklist.translations:
        if each.language == code:
            words = {one.text: one.words for one in each.texts}
            return _said(checklist, words)
    return checklist


def translation_faults(checklist: Checklist) -> Iterator[PathFault]:
    """Yield a fault for what is translated and is no text, loses a local name, or comes twice."""
    if not checklist.translations:
        return
    texts = set(texts_of(checklist))
    languages = Counter(each.language for each in checklist.translations)
    for number, translation in enumerate(checklist.translations):
        path = ("translations", number)
        if languages[translation.language] > 1:
            yield PathFault(
                (*path, "language"),
                _("The language '{code}' comes twice.").format(code=translation.language),
                _("Put all its texts into one list."),
            )
        for place, each in enumerate(translation.texts):
            if each.text not in texts:
                yield PathFault(
                    (*path, "texts", place, "text"),
                    _("This is no text of the checklist: '{text}'.").format(text=each.text[:80]),
                    suggestion(each.text, texts),
                )
            elif placeholders(each.text) != placeholders(each.words):
                yield PathFault(
                    (*path, "texts", place, "words"),
                    _("The local names are not those of the English text."),
                    _("Write each {name} as it stands there, in its braces."),
                )


def texts_of(part: object) -> Iterator[str]:
    """Yield every text of a part of a checklist that can be given in another language."""
    if isinstance(part, tuple):
        for each in part:
            yield from texts_of(each)
    elif isinstance(part, Frozen):
        fields = READ_BY_AUDITORS.get(type(part), frozenset())
        for name, value in part:
            yield from _strings(value) if name in fields else texts_of(value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple):
        yield from value


def _said(part: Part, words: Mapping[str, str]) -> Part:
    """Return a part with what ``words`` has in the place of its own texts."""
    fields = READ_BY_AUDITORS.get(type(part), frozenset())
    said = {name: _put(value, words, is_text=name in fields) for name, value in part}
    changed = {name: value for name, value in said.items() if value != getattr(part, name)}
    return part.model_copy(update=changed) if changed else part


def _put(value: Any, words: Mapping[str, str], *, is_text: bool) -> Any:  # noqa: ANN401 - any field
    if isinstance(value, tuple):
        return tuple(_put(each, words, is_text=is_text) for each in value)
    if isinstance(value, Frozen):
        return _said(value, words)
    if is_text and isinstance(value, str):
        return words.get(value, value)
    if is_text and isinstance(value, Mapping):
        return {key: words.get(each, each) for key, each in value.items()}
    return value
