# SPDX-License-Identifier: MPL-2.0
"""Put into words where something was seen or heard."""

from auditapp.i18n import _
from auditapp.judgement.day_words import day_words
from auditapp.model.answer import Evidence
from auditapp.model.front_sheet import Source
from auditapp.model.labels import label


def evidence_words(evidence: Evidence) -> str:
    """Return a piece of evidence as a line: document, date, place.

    What is not from the case file begins with where it is from, and needs no document.
    """
    is_from_file = evidence.source is Source.FILE
    document = evidence.document or (_("Document not named") if is_from_file else "")
    day = day_words(evidence.date) if evidence.date else ""
    words = ", ".join(filter(None, (document, day, evidence.place)))
    if is_from_file:
        return words
    source = label(evidence.source)
    return f"{source}: {words}" if words else source
