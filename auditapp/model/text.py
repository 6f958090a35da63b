# SPDX-License-Identifier: MPL-2.0
"""Define the type of every free text in an audit."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def clean_text(text: object) -> object:
    """Replace what no file can hold: the null character, and half of a character pair."""
    return _UNSTORABLE.sub("\ufffd", text) if isinstance(text, str) else text


Text = Annotated[str, BeforeValidator(clean_text)]
"""Text as a person typed or pasted it, made storable and otherwise untouched."""


def require_words(text: str) -> str:
    """Return a text without the space around it; raise ``ValueError`` when nothing is left."""
    words = text.strip()
    if not words:
        raise ValueError("it has to say something")
    return words


GivenText = Annotated[Text, AfterValidator(require_words)]
"""Text that has to be there, such as the reason for a step that wants one."""
