# SPDX-License-Identifier: MPL-2.0
"""Check a whole PDF, and read its text as a screen reader would."""

from io import BytesIO

import pikepdf

from tests.pdf_checks.contents import Contents
from tests.pdf_checks.file_rules import file_faults
from tests.pdf_checks.metadata_rules import metadata_faults
from tests.pdf_checks.structure_rules import structure_faults
from tests.pdf_checks.tree import read_tree


def faults_of(raw, password=""):
    """Return what is wrong with the PDF ``raw``, each fault once.

    One that wants a ``password`` need not be a PDF/A.
    """
    is_archival = not password
    with pikepdf.open(BytesIO(raw), password=password) as pdf:
        contents = Contents(pdf)
        root = read_tree(pdf)
        faults = [
            *contents.faults,
            *structure_faults(pdf, root, contents),
            *metadata_faults(pdf, is_archival=is_archival),
            *file_faults(pdf, raw, contents, is_archival=is_archival),
        ]
    return list(dict.fromkeys(faults))


def read_out(raw, password="", *, in_words=True):
    """Yield role and text of each element of ``raw`` that has text of its own, in reading order.

    A figure says what stands for it or, if not ``in_words``, the text that is drawn in it.
    """
    with pikepdf.open(BytesIO(raw), password=password) as pdf:
        contents = Contents(pdf)
        for element in read_tree(pdf).walk():
            if element.alt and in_words:
                yield element.role, element.alt
            elif len(element.elements) < len(element.children):
                yield element.role, "".join(contents.texts[mark] for mark in element.marks())


def page_count(raw):
    """Return how many pages ``raw`` has."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        return len(pdf.pages)
