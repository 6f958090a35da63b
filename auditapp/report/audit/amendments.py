# SPDX-License-Identifier: MPL-2.0
"""Show what was amended in an audit after it had been signed off, and why."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from auditapp.fingerprints import grouped
from auditapp.history.amended_lines import AmendedLine, amended_lines
from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState, version_name
from auditapp.judgement.moment_words import moment_words
from auditapp.model.amendment import Amendment
from auditapp.report.blocks import (
    Block,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    RowGroup,
    Table,
    TableRow,
    TextTone,
)


def superseded(state: AuditState) -> Iterator[Block]:
    """Warn of what was signed and amended since, when it is printed by itself."""
    if state.is_superseded:
        yield Callout(
            CalloutTone.WARN,
            _("This is not the newest version"),
            (
                _(
                    "It is what was signed off on that day. The audit was opened for an amendment "
                    "afterwards. Ask for the newest report before you act on this one."
                ),
            ),
        )


def amendments(state: AuditState) -> Iterator[Block]:
    """Show each amendment, the first one first: number, reason, by whom, when and what."""
    states = (*state.earlier, state)
    for before, after in pairwise(states):
        amendment = after.audit.amendment
        if amendment is not None:
            yield from _amendment(amendment, before, after)


def _amendment(amendment: Amendment, before: AuditState, after: AuditState) -> Iterator[Block]:
    title = version_name(after.audit)
    if after.audit.is_draft:
        title = _("{amendment}, not signed off yet").format(amendment=title)
    yield KeepTogether((Heading(1, title), _facts(amendment, before, after)))
    lines = amended_lines(before.outline, after.outline)
    if not lines:
        yield Paragraph(_("It changes nothing so far."))
        return
    columns = (
        Column(_("What"), 20, ColumnKind.ROW_HEAD),
        Column(_("Before"), 40),
        Column(_("Amended to"), 40),
    )
    caption = _("What amendment {number} changes").format(number=amendment.number)
    yield Table(columns, list(_rows(lines)), caption)
    yield Paragraph(_("Whatever is not listed is as it was signed before."), TextTone.MUTED)


def _facts(amendment: Amendment, before: AuditState, after: AuditState) -> Facts:
    signed = after.audit.sign_off
    digest = _("{version}, SHA-256 {digest}").format(
        version=version_name(before.audit), digest=grouped(amendment.amends)
    )
    pairs = (
        (_("Amended by"), amendment.by),
        (_("Opened on"), moment_words(amendment.at)),
        (_("Signed off by"), signed.by if signed else ""),
        (_("Signed off on"), moment_words(signed.at) if signed else ""),
        (_("Reason"), amendment.reason),
        (_("Amends"), digest),
    )
    return Facts(tuple((name, text) for name, text in pairs if text))


def _rows(lines: Iterable[AmendedLine]) -> Iterator[TableRow]:
    """Yield a row for each line, under a head for each thing that was changed."""
    nothing = _("Nothing")
    for (number, _table, _key), group in groupby(lines, lambda e: (e.number, e.table, e.key)):
        every = list(group)
        subject = every[0].subject
        yield RowGroup(subject if number is None else f"{number}  {subject}")
        for line in every:
            yield line.what, line.old or nothing, line.new or nothing
