# SPDX-License-Identifier: MPL-2.0
"""Say in reports of many audits which audits they are, and what their figures do not show."""

from collections.abc import Iterator, Sequence

from auditapp.i18n import _, ngettext
from auditapp.insight.reading import Reading
from auditapp.insight.small_numbers import FEWEST
from auditapp.judgement.day_words import period_words
from auditapp.report.across.summary_grades import moderated_words
from auditapp.report.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
    TextTone,
)

FEW_AUDITS = 20
"""Under so many audits a warning stands on the first page: one audit more moves a share by 5 %."""


def audits_words(count: int) -> str:
    """Return how many audits there are, in words."""
    return ngettext("{count} audit", "{count} audits", count).format(count=count)


def period_subtitle(reading: Reading) -> str:
    """Return how many audits a report is made of, and from when to when."""
    return _("{audits}, {period}").format(
        audits=audits_words(len(reading.audits)),
        period=period_words(reading.first, reading.last),
    )


def few_part(reading: Reading) -> Iterator[Block]:
    """Warn on the first page where there are few audits."""
    count = len(reading.audits)
    if count < FEW_AUDITS:
        title = _("Read with care: only {audits}").format(audits=audits_words(count))
        text = _(
            "With so few, one audit more or less moves the figures a good deal. Read the audits "
            "themselves before you act on a difference between teams or months."
        )
        yield Callout(CalloutTone.WARN, title, (text,))


def facts_of_reading(
    reading: Reading, *, is_shared: bool, more: Sequence[tuple[str, str]] = ()
) -> Facts:
    """Return which audits a report is made of and as what it goes out; ``more`` stands first."""
    count, drafts = len(reading.audits), reading.drafts
    copy = _("To be shared: counts under {fewest} are not shown").format(fewest=FEWEST)
    pairs = (
        *more,
        (_("Audits"), str(count)),
        (_("Signed off"), str(count - drafts)),
        (_("Drafts among them"), str(drafts) if drafts else ""),
        (_("Could not be read"), str(reading.unreadable) if reading.unreadable else ""),
        (_("Moderated"), moderated_words(reading.audits, is_shared=is_shared)),
        (_("Checklists"), "; ".join(reading.titles)),
        (_("Copy"), copy if is_shared else _("For use within the service: all counts are shown")),
    )
    return Facts(tuple((name, text) for name, text in pairs if text))


def breaks_part(reading: Reading) -> Iterator[Block]:
    """Name the questions whose figures before and after a version must not be compared."""
    breaks = reading.meanings.breaks
    if not breaks:
        return
    yield Heading(1, _("Where comparing breaks"))
    text = _("These questions changed between versions, so they are counted as two.")
    yield Paragraph(text, TextTone.MUTED, leads_in=True)
    columns = (
        Column(_("Checklist"), 20, ColumnKind.ROW_HEAD),
        Column(_("Before"), 28),
        Column(_("After"), 28),
        Column(_("Why"), 24),
    )
    rows = [
        (
            _("{title}, {old} to {new}").format(
                title=each.title, old=each.old_version, new=each.new_version
            ),
            each.old,
            each.new,
            each.why,
        )
        for each in breaks
    ]
    yield Table(columns, rows, _("Questions that are not the same in all versions"))


def limits_part(reading: Reading, *, is_shared: bool, more: Sequence[str] = ()) -> Iterator[Block]:
    """Say what the numbers do not say, what ``more`` says first."""
    points = [
        *more,
        _("The audits were chosen, not drawn by lot, unless your sampling plan says so: the "
          "shares are of these audits, and not of all children."),
        _("A difference between two teams means little while their intervals overlap."),
        _("Grades borrow the words of inspection. They describe case files, not a service."),
        _("“Could not find on file” is counted by itself: it says that the record is missing, "
          "not that the work was not done."),
        _("Audits that were deleted are not counted."),
    ]  # fmt: skip
    if reading.drafts:
        points.append(_("Drafts are counted as they stand. Their answers may change."))
    if reading.unreadable:
        points.append(_("Audits that could not be read are missing. Check your data."))
    if is_shared:
        points.append(_("Figures that are not shown are few. That they are missing is no finding."))
    yield KeepTogether((Heading(1, _("What the numbers do not say")), Bullets(tuple(points))))
