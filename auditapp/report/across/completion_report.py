# SPDX-License-Identifier: MPL-2.0
"""Print how far a round is: what is done, what is late, what nobody expects any more, and why."""

import datetime as dt
from collections.abc import Iterator, Sequence
from hashlib import sha256

from auditapp.i18n import _
from auditapp.insight.agreement_across import AgreementAcross
from auditapp.insight.allocation import loads
from auditapp.judgement.day_words import day_words, period_words
from auditapp.judgement.moment_words import uk_time
from auditapp.judgement.round_progress import RoundProgress, is_late, round_progress
from auditapp.model.ids import CaseReference, RecordId
from auditapp.model.labels import label
from auditapp.model.report_kinds import ReportKind
from auditapp.model.round import CaseProgress, Round
from auditapp.model.round_kinds import CaseState
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.across.round_agreement import second_reading_blocks
from auditapp.report.blocks import Block, Column, ColumnKind, Facts, Heading, Paragraph, Table
from auditapp.report.document import ReportDocument


def completion_report(
    whole: Round, options: AcrossOptions, agreement: AgreementAcross
) -> ReportDocument:
    """Return the completion report of a round, as it stands on the day of ``options``.

    ``agreement`` is that of the second readings of its audits.
    """
    today = uk_time(options.at).date()
    digest = sha256(f"{today} {whole.model_dump_json()} {agreement}".encode()).hexdigest()
    blocks = _blocks(whole, today, agreement)
    return framed_across(
        ReportKind.COMPLETION,
        _("Completion report"),
        whole.about.name,
        options,
        digest=digest,
        blocks=blocks,
    )


def _blocks(whole: Round, today: dt.date, agreement: AgreementAcross) -> Iterator[Block]:
    progress = round_progress(whole, today)
    yield Paragraph(_("As it stands on {day}.").format(day=day_words(today)))
    yield Facts(tuple(_facts(whole, progress)))
    yield from second_reading_blocks(whole, progress.signed, agreement)
    yield from _by_auditor(whole, today)
    yield from _late(whole, progress)
    yield from _due_otherwise(whole)
    yield from _exempt(whole)
    yield from _replaced(whole)
    yield from _erased(whole)
    yield from _every_case(whole, today)


def _facts(whole: Round, progress: RoundProgress) -> Iterator[tuple[str, str]]:
    about, sample = whole.about, whole.sample
    begun = sum(whole.state(case) is CaseState.STARTED for case in sample)
    yield _("What it is for"), about.purpose or _("Not said")
    yield _("Time"), period_words(about.first, about.last)
    yield _("Signed off"), _of(progress.signed, progress.expected)
    yield _("Cases in the sample"), str(len(sample))
    yield _("Begun, not signed off"), str(begun)
    yield _("Given to nobody yet"), str(progress.unallocated)
    yield _("Late"), str(len(progress.late))
    yield _("Late without a reason"), str(len(progress.unexplained))
    yield _("Exempt"), str(progress.exempt)
    yield _("Replaced"), str(len(whole.replacements))


def _of(count: int, total: int) -> str:
    if not total:
        return _("None is expected")
    return _("{count} of {total}").format(count=count, total=total) + f" ({count / total:.0%})"


def _by_auditor(whole: Round, today: dt.date) -> Iterator[Block]:
    if not whole.auditors:
        return
    held = loads(whole)
    rows = [
        (
            whole.auditors[key].name,
            str(held[key]),
            str(sum(whole.state(case) is CaseState.SIGNED for case in _cases_of(whole, key))),
            str(sum(is_late(whole, case, today) for case in _cases_of(whole, key))),
        )
        for key in sorted(whole.auditors, key=lambda each: whole.auditors[each].name.casefold())
    ]
    columns = (
        Column(_("Auditor"), 46, ColumnKind.ROW_HEAD),
        Column(_("Cases"), 18, ColumnKind.NUMBER),
        Column(_("Signed off"), 18, ColumnKind.NUMBER),
        Column(_("Late"), 18, ColumnKind.NUMBER),
    )
    yield Heading(1, _("By auditor"))
    yield Table(columns, rows, _("Cases of each auditor"))


def _cases_of(whole: Round, key: RecordId) -> list[CaseReference]:
    return [
        case
        for case in whole.sample
        if case in whole.allocations and whole.allocations[case].auditor == key
    ]


def _late(whole: Round, progress: RoundProgress) -> Iterator[Block]:
    rows = [
        (
            case,
            _auditor(whole, case),
            day_words(whole.due(case)),
            _progress(whole, case).late_reason or _("No reason given"),
        )
        for case in progress.late
    ]
    yield from _reasons(_("Late"), (_("Case"), _("Auditor"), _("Was due"), _("Why")), rows)


def _exempt(whole: Round) -> Iterator[Block]:
    rows = [
        (case, _auditor(whole, case), row.by, row.exempt_reason)
        for case in whole.sample
        if (row := _progress(whole, case)).exempt_reason.strip()
    ]
    yield from _reasons(_("Exempt"), (_("Case"), _("Auditor"), _("Said by"), _("Why")), rows)


def _replaced(whole: Round) -> Iterator[Block]:
    rows = [
        (case, row.replaced_by or _("nobody was left"), row.by, row.reason)
        for case, row in whole.replacements.items()
    ]
    yield from _reasons(_("Replaced"), (_("Case"), _("In its place"), _("Said by"), _("Why")), rows)


def _due_otherwise(whole: Round) -> Iterator[Block]:
    rows = [
        (case, day_words(whole.due(case)), row.by, row.due_reason)
        for case in whole.sample
        if (row := _progress(whole, case)).due_reason.strip()
    ]
    heads = (_("Case"), _("Due"), _("Said by"), _("Why"))
    yield from _reasons(_("Due on another day"), heads, rows)


def _erased(whole: Round) -> Iterator[Block]:
    rows = [
        (case, day_words(uk_time(row.at).date()), row.by, row.reason)
        for case, row in whole.erased.items()
    ]
    yield from _reasons(_("Erased"), (_("Case"), _("Erased on"), _("By"), _("Why")), rows)


def _reasons(
    title: str, heads: tuple[str, str, str, str], rows: Sequence[tuple[str, str, str, str]]
) -> Iterator[Block]:
    if rows:
        case, second, third, why = heads
        columns = (
            Column(case, 18, ColumnKind.ROW_HEAD),
            Column(second, 20),
            Column(third, 20),
            Column(why, 42),
        )
        yield Heading(1, title)
        yield Table(columns, rows, title)


def _every_case(whole: Round, today: dt.date) -> Iterator[Block]:
    rows = [
        (
            case,
            _auditor(whole, case),
            label(whole.state(case)),
            day_words(whole.due(case)),
            _("Late") if is_late(whole, case, today) else "",
        )
        for case in whole.sample
    ]
    columns = (
        Column(_("Case"), 22, ColumnKind.ROW_HEAD),
        Column(_("Auditor"), 26),
        Column(_("Status"), 18),
        Column(_("Due"), 22),
        Column(_("Late"), 12),
    )
    yield Heading(1, _("Every case"))
    yield Table(columns, rows, _("The status of every case"), is_small=True)


def _auditor(whole: Round, case: CaseReference) -> str:
    row = whole.allocations.get(case)
    auditor = whole.auditors.get(row.auditor) if row else None
    return auditor.name if auditor else _("Nobody")


def _progress(whole: Round, case: CaseReference) -> CaseProgress:
    return whole.progress.get(case, CaseProgress())
