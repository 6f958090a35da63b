# SPDX-License-Identifier: MPL-2.0
"""Model the words of a checklist in other languages.

They stand beside the English ones, text by text: who puts an English text right makes the
translation of the old one stand for nothing, and `translations` says so when it is loaded.
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from auditapp.checklist.field_types import Text
from auditapp.model.frozen import Frozen

LANGUAGE_CODE = r"^[a-z]{2}$"
"""A language of ISO 639-1, such as ``cy``."""


class TranslatedText(Frozen):
    """Say one text of the checklist in another language, wherever it stands."""

    text: Text
    words: Text


class Translation(Frozen):
    """Hold the texts in one language; what it lacks is shown in English."""

    language: Annotated[str, StringConstraints(pattern=LANGUAGE_CODE)]
    texts: Annotated[tuple[TranslatedText, ...], Field(min_length=1)]
