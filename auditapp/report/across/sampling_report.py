# SPDX-License-Identifier: MPL-2.0
"""Print how the cases of a round were drawn, so that a reader can judge it and draw again."""

import datetime as dt
from collections.abc import Iterator
from hashlib import sha256

from auditapp.i18n import _
from auditapp.insight.sampling_statement import (
    DrawCheck,
    SamplingStatement,
    statement_of,
    verify_draw,
)
from auditapp.insight.statement_words import check_words, statement_lines
from auditapp.judgement.moment_words import moment_words
from auditapp.model.report_kinds import ReportKind
from auditapp.model.round import Round
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Facts,
    Heading,
    Paragraph,
    Table,
)
from auditapp.report.document import ReportDocument


def sampling_report(whole: Round, options: AcrossOptions) -> ReportDocument:
    """Return the sampling statement of a round.

    Raises:
        SamplingError: No sample was drawn yet.
    """
    statement, check = statement_of(whole), verify_draw(whole)
    digest = sha256(f"{whole.id} {statement.draw.model_dump_json()}".encode()).hexdigest()
    blocks = _blocks(statement, check)
    return framed_across(
        ReportKind.SAMPLING,
        _("Sampling statement"),
        whole.about.name,
        options,
        digest=digest,
        blocks=blocks,
    )


def _blocks(statement: SamplingStatement, check: DrawCheck) -> Iterator[Block]:
    yield Paragraph(_("Which case files were audited was left to chance. This is how."))
    yield Facts(tuple(statement_lines(statement)))
    yield Heading(1, _("Drawn once more"))
    tone = CalloutTone.INFO if check.is_same else CalloutTone.WARN
    title = _("The same draw again: yes") if check.is_same else _("The same draw again: no")
    yield Callout(tone, title, check_words(check))
    yield Heading(1, _("How to repeat it"))
    yield Bullets(_steps())
    yield from _cases(statement)


def _steps() -> tuple[str, ...]:
    return (
        _("Take the list with the SHA-256 above, without the cases that were left out."),
        _("Write the seed, a colon and the case reference, with nothing between them."),
        _("Work out the SHA-256 of that for each case: printf 'seed:reference' | sha256sum."),
        _("Put the cases of each group in the order of what comes out; take the first ones."),
    )


def _cases(statement: SamplingStatement) -> Iterator[Block]:
    yield Heading(1, _("The cases"))
    columns = [Column(_("Case"), 28, ColumnKind.ROW_HEAD), Column(_("Place in the draw"), 20)]
    cells = [[each.reference, str(each.rank)] for each in statement.drawn]
    # A column that says nothing is left out.
    others = (
        (Column(_("Group"), 32), [each.stratum for each in statement.drawn]),
        (Column(_("Instead of"), 24), [each.instead_of or "" for each in statement.drawn]),
    )
    for column, texts in others:
        if any(texts):
            columns.append(column)
            for row, text in zip(cells, texts, strict=True):
                row.append(text)
    rows = [tuple(row) for row in cells]
    yield Table(tuple(columns), rows, _("The drawn cases"), is_small=True)
    if statement.replaced:
        yield Heading(1, _("Replaced since"))
        heads = (
            Column(_("Case"), 22, ColumnKind.ROW_HEAD),
            Column(_("In its place"), 22),
            Column(_("Why"), 32),
            Column(_("When and by whom"), 24),
        )
        replaced = [
            (case, each.replaced_by or _("nobody was left"), each.reason, _stamp(each.at, each.by))
            for case, each in statement.replaced.items()
        ]
        yield Table(heads, replaced, _("Replaced cases"), is_small=True)


def _stamp(at: dt.datetime, by: str) -> str:
    return f"{moment_words(at)}, {by}"
