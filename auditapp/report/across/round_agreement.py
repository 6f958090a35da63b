# SPDX-License-Identifier: MPL-2.0
"""Say how many audits of a round were read twice, and how far both readers agree."""

import math
from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.insight.agreement_across import AgreementAcross
from auditapp.insight.agreement_words import agreement_words
from auditapp.model.round import Round
from auditapp.report.blocks import Block, Heading, Paragraph

_SLACK = 1e-9
"""Less than any whole audit: a share times a number is seldom quite whole to a computer."""


def second_reading_blocks(whole: Round, signed: int, found: AgreementAcross) -> Iterator[Block]:
    """Set what a round aims at for second readings beside what came of it.

    Args:
        whole: has both aims: how many are read a second time, and how often with the same grade.
        signed: how many audits of the round are signed off.
        found: how far the second readings of these agree with the first.
    """
    about = whole.about
    if not about.second_readings and not found.pairs:
        return
    yield Heading(1, _("Second readings"))
    words = _(
        "{count} of {signed} audits that are signed off were read a second time by somebody else. "
        "The round aims at {share:.0%}, which is {wanted}."
    )
    if not signed:
        words = _(
            "No audit of the round is signed off yet. It aims at a second reading of {share:.0%} "
            "of them by somebody else."
        )
    wanted = math.ceil(about.second_readings * signed - _SLACK)
    yield Paragraph(
        words.format(
            count=len({pair.first for pair in found.pairs}),
            signed=signed,
            share=about.second_readings,
            wanted=wanted,
        )
    )
    readers = sorted((a.name for a in whole.auditors.values() if a.reads_second), key=str.casefold)
    if readers:
        yield Paragraph(_("Second readers: {names}.").format(names="; ".join(readers)))
    if found.pairs:
        said = agreement_words(found.practice, about.agreement_target)
        yield Paragraph(_("The practice grades: {said}").format(said=" ".join(said)))
