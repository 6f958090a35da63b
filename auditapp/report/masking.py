# SPDX-License-Identifier: MPL-2.0
"""Take out of a text what says whose case file it is, before words of an audit go to everybody."""

import re
from collections.abc import Iterable, Iterator, Sequence

from auditapp.avoided_names import PersonalFinder, loose_pattern
from auditapp.i18n import _
from auditapp.model.audit import Audit

SHORTEST_CODE = 2
"""Characters; a code of a single letter would be found in every sentence."""


class Mask:
    """Replace the codes of audits, names to be avoided and what else looks personal.

    It takes out what can be found by its form, and cannot be sure.
    """

    def __init__(self, audits: Iterable[Audit], names: Sequence[str]) -> None:
        self._finder = PersonalFinder(names)
        codes = {code for audit in audits for code in _codes(audit)}
        patterns = sorted(map(loose_pattern, codes), key=len, reverse=True)
        inside = "|".join(patterns) or r"(?!)"
        self._codes = re.compile(rf"(?<![^\W_])(?:{inside})(?![^\W_])", re.IGNORECASE)

    def __call__(self, text: str) -> str:
        """Return ``text`` with words in brackets for what was taken out."""
        instead = _("[left out]")
        text = self._codes.sub(instead, text)
        for finding in reversed(self._finder.find(text)):
            text = text[: finding.start] + instead + text[finding.end :]
        return text


def _codes(audit: Audit) -> Iterator[str]:
    """Yield the reference, worker, team and people of an audit, as far as they say something."""
    front = audit.front
    people = (front.auditor, audit.sign_off.by if audit.sign_off else "", audit.writer)
    for code in (front.case_reference, front.worker_code, front.team, *people):
        if sum(char.isalnum() for char in code) >= SHORTEST_CODE:
            yield code
