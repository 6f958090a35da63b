# SPDX-License-Identifier: MPL-2.0
"""Put into words what the history and the logbook keep of a report that went out."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from auditapp.exports.orders import PLAIN_COPY, ReportCopy
from auditapp.i18n import _, ngettext
from auditapp.judgement.personal_findings import find_personal
from auditapp.model.audit import Audit
from auditapp.model.report_kinds import KINDS, ReportKind

_QUOTING: Final = frozenset({ReportKind.SUMMARY, ReportKind.TIMESCALES, ReportKind.FEEDBACK})
"""Kinds that quote what people said or what an auditor wrote, but never in a shared copy."""

_COUNTING: Final = frozenset(
    {ReportKind.LEARNING, ReportKind.YEAR_ON_YEAR, ReportKind.INSPECTION_LIST}
)
"""Kinds of figures and grades alone."""


def holds_words(kind: ReportKind, copy: ReportCopy) -> bool:
    """Tell whether words of the audits are in a report of several, and not only figures."""
    if kind in _QUOTING:
        return not copy.is_shared
    return kind not in _COUNTING


def export_words(
    kind: ReportKind,
    contents: bytes,
    copy: ReportCopy,
    signed: int | None = None,
    protected: str = "",
) -> str:
    """Return what a line of the history says of an export: format, fingerprint, what, to whom."""
    about = about_words(kind, copy, signed, protected)
    return f"{copy.format} {sha256(contents).hexdigest()}{about}"


def print_words(
    kind: ReportKind, pages: int, copy: ReportCopy = PLAIN_COPY, signed: int | None = None
) -> str:
    """Return what a line of the history says of pages that were sent to a printer."""
    words = ngettext("print, {count} page", "print, {count} pages", pages).format(count=pages)
    return f"{words}{about_words(kind, copy, signed)}"


def about_words(
    kind: ReportKind, copy: ReportCopy, signed: int | None = None, protected: str = ""
) -> str:
    """Return what stands behind the fingerprint: kind, version, as what it went out, to whom.

    ``protected`` are the words of a `Protection`.
    """
    words = "" if kind is ReportKind.AUDIT else f", {KINDS[kind].name}"
    if signed is not None:
        words += _(", signed version {number}").format(number=signed)
    if copy.is_shared:
        words += _(", without names")
    words += protected
    if copy.recipient:
        words += _(", for {recipient}").format(recipient=copy.recipient)
    return words


def with_findings(words: str, audit: Audit, names: Sequence[str]) -> str:
    """Return what is kept of an export with the number of places that may tell who somebody is."""
    count = len(find_personal(audit, names))
    told = ngettext("{count} possible personal detail", "{count} possible personal details", count)
    return f"{words}; {told.format(count=count)}" if count else words
