# SPDX-License-Identifier: MPL-2.0
"""Make of a report the copy that may be shared: codes in the place of people, nothing else changed.

It works on the words of the finished report, whatever its kind, so that no part of one can be
forgotten, and looks once more at what it made before anybody gets it.
"""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from auditapp.errors import ReportError
from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.masks import Coder, Mask, make_mask
from auditapp.report.blocks import Callout, CalloutTone
from auditapp.report.document import ReportDocument

_KEPT: Final = frozenset({"accent", "content_hash", "language", "marking"})
"""Fields of a document that name nobody."""


def mask_of(
    states: Sequence[AuditState], avoided: Sequence[str], coder: Coder | None = None
) -> Mask:
    """Return the mask for a paper about some audits, with all of their states and histories.

    Without a ``coder`` people are left out, and nobody can be told from anybody else.
    """
    every = [each for state in states for each in (state, *state.earlier)]
    return make_mask(
        [each.audit for each in every], [each.history for each in every], avoided, coder
    )


def shared_copy(document: ReportDocument, mask: Mask) -> ReportDocument:
    """Return ``document`` with codes in the place of people, and a first block that says so.

    Raises:
        ReportError: Something that tells who somebody is would be left in it.
    """
    masking = _Masking(mask)
    made = {
        field.name: masking.of(getattr(document, field.name))
        for field in fields(document)
        if field.name not in _KEPT
    }
    if masking.left:
        raise ReportError(
            _("The copy would still show what may identify somebody."),
            _("Take names and numbers out of the audit itself, then make the copy."),
        )
    copy = replace(document, **made)
    return replace(copy, blocks=(_notice(masking.changed), *copy.blocks))


def _notice(changed: int) -> Callout:
    count = ngettext(
        "{count} text of this copy was changed.",
        "{count} texts of this copy were changed.",
        changed,
    ).format(count=changed)
    words = _(
        "The case, the worker, the team and those who made the audit have codes here. Names, "
        "numbers and addresses that were found were removed. What is described may still tell "
        "somebody who knows the family whom it is about."
    )
    return Callout(CalloutTone.INFO, _("A copy to be shared, without names"), (words, count))


class _Masking:
    """Mask every text in a tree of blocks, and count."""

    def __init__(self, mask: Mask) -> None:
        self._mask = mask
        self._known: dict[str, str] = {}
        self.changed = 0
        self.left = 0

    def of(self, value: Any) -> Any:  # noqa: ANN401 - a block, a cell, a text, a number
        """Return ``value`` with every text in it masked."""
        if type(value) is str:  # names of tones and kinds are texts too, of a type of their own
            return self._text(value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{f.name: self.of(getattr(value, f.name)) for f in fields(value)}
            )
        if isinstance(value, tuple | list):
            return type(value)(self.of(each) for each in value)
        return value

    def _text(self, text: str) -> str:
        masked = self._known.get(text)
        if masked is None:
            masked = self._known[text] = self._mask.apply(text)
            self.left += len(self._mask.left_in(masked))
        self.changed += masked != text
        return masked
