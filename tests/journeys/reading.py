# SPDX-License-Identifier: MPL-2.0
"""Read the words of a PDF as a person finds them: one text, line ends and spacing forgotten."""

import re
from pathlib import Path

import pypdfium2


def words_of_pdf(path: Path) -> str:
    """Return the text of all pages with single spaces between words."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return plain(" ".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()


def plain(text: str) -> str:
    """Forget how a text was broken into lines."""
    return re.sub(r"\s+", " ", text.replace("\ufffe", "")).strip()
