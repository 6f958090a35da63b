# SPDX-License-Identifier: MPL-2.0
"""Hold what only the change sheet of a checklist is made of."""

from dataclasses import dataclass

from auditapp.checklist.revision.word_marks import WordMark


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Hold a text with the words marked that went and that came, in runs of whole words.

    ``lead`` stands before it and says what the text is of.
    """

    marks: tuple[WordMark, ...]
    lead: str = ""
