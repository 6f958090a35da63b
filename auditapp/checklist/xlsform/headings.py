# SPDX-License-Identifier: MPL-2.0
"""Give the headings of XLSForm sheets one spelling each.

Spellings that older forms use are listed at https://xlsform.org and in ODK's documentation.
"""

import re
from typing import Final

_OTHER_SPELLINGS: Final = {
    "relevance": "relevant",
    "bind:relevant": "relevant",
    "bind:constraint": "constraint",
    "bind:jr:constraintmsg": "constraint_message",
    "constraint message": "constraint_message",
    "bind:required": "required",
    "bind:jr:requiredmsg": "required_message",
    "required message": "required_message",
    "bind:calculate": "calculation",
    "calculate": "calculation",
    "bind:readonly": "read_only",
    "readonly": "read_only",
    "read only": "read_only",
    "body:appearance": "appearance",
    "control:appearance": "appearance",
    "caption": "label",
    "guidance hint": "guidance_hint",
    "choice filter": "choice_filter",
    "list name": "list_name",
    "value": "name",
    "repeat count": "repeat_count",
    "jr:count": "repeat_count",
    "bind:jr:count": "repeat_count",
    "default language": "default_language",
    "id_string": "form_id",
    "set form title": "form_title",
    "set form id": "form_id",
}
_COLONS: Final = re.compile(r"\s*::?\s*")
_TRANSLATED: Final = frozenset(
    {"label", "hint", "guidance_hint", "constraint_message", "required_message"}
)


def heading_key(heading: str) -> str:
    """Return the one spelling of a heading; a language stays as written: ``label::Cymraeg``."""
    parts = _COLONS.split(heading.strip())
    start = " ".join(parts[0].lower().split())
    whole = ":".join(parts).lower()
    if whole in _OTHER_SPELLINGS:
        return _OTHER_SPELLINGS[whole]
    start = _OTHER_SPELLINGS.get(start, start)
    if len(parts) == 1:
        return start
    if start in _TRANSLATED:
        return f"{start}::{':'.join(parts[1:])}"
    return whole


def language_of(key: str, text_key: str) -> str | None:
    """Return the language of a key such as ``label::Cymraeg`` of ``label``; else None."""
    start, _colons, language = key.partition("::")
    return language if start == text_key and language else None
