# SPDX-License-Identifier: MPL-2.0
"""Say in words where a question or a timescale comes from.

A checklist cites its sources in short, as in ``hull-2015 rec 7``: the document and the place.
"""

import re
from typing import Final

from auditapp.i18n import _

_DOCUMENTS: Final = {
    "hull-2015": _("Hull inspection 2015"),
    "hull-2015-board": _("Hull safeguarding board review 2015"),
    "hull-2019-response": _("Hull’s response to the inspection of 2019"),
    "hull-visit-2": _("Second monitoring visit to Hull"),
    "hull-visit-5": _("Fifth monitoring visit to Hull"),
    "hull-visit-6": _("Sixth monitoring visit to Hull, 2022"),
}
_NUMBERED: Final = {
    "rec": _("recommendation {number}"),
    "para": _("paragraph {number}"),
    "paragraph": _("paragraph {number}"),
    "bullet": _("point {number} of the list"),
    "headline": _("headline findings, paragraph {number}"),
    "findings": _("findings, paragraph {number}"),
    "better": _("better practice, point {number}"),
    "done": _("what was done, point {number}"),
    "hull": _("paragraph {number} on Hull"),
    "trafford": _("paragraph {number} on Trafford"),
    "west-sussex": _("paragraph {number} on West Sussex"),
    "southend": _("paragraph {number} on Southend"),
}
_ALONE: Final = {"lead": _("opening"), "close": _("close")}
_HEADED: Final = {
    "summary": _("summary on {heading}"),
    "improve": _("what to improve: {heading}"),
}
_PARAGRAPH: Final = _("{place}, paragraph {number}")

_CITATION: Final = re.compile(
    rf"\b(?P<document>{'|'.join(_DOCUMENTS)}) (?:"
    rf"(?P<numbered>{'|'.join(_NUMBERED)}) (?P<number>\d+(?:[-–]\d+)?)"
    rf"|(?P<headed>{'|'.join(_HEADED)}) (?P<heading>[a-z]+(?:-[a-z]+)*)(?: (?P<paragraph>\d+))?"
    rf"|(?P<alone>{'|'.join(_ALONE)})"
    r")(?![\w-])"
)


def citation_words(text: str) -> str:
    """Return ``text`` with every citation in it as people read one; the rest stays as it is."""
    return _CITATION.sub(_in_words, text)


def _in_words(citation: re.Match[str]) -> str:
    document = _DOCUMENTS[citation["document"]]
    return _("{document}, {place}").format(document=document, place=_place_words(citation))


def _place_words(citation: re.Match[str]) -> str:
    if citation["numbered"]:
        return _NUMBERED[citation["numbered"]].format(number=citation["number"])
    if citation["alone"]:
        return _ALONE[citation["alone"]]
    heading = citation["heading"].replace("-", " ")
    place = _HEADED[citation["headed"]].format(heading=heading)
    if citation["paragraph"] is None:
        return place
    return _PARAGRAPH.format(place=place, number=citation["paragraph"])
