# SPDX-License-Identifier: MPL-2.0
"""Count who was asked what they think of the help, who replied, and why nobody asked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditapp.insight.grade_counts import by_team
from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.small_numbers import hidden_places
from auditapp.model.follow_up import Feedback, FeedbackFrom


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold how asking a kind of person went.

    ``replied`` is of those who were asked. ``not_asked`` counts the audits that say that nobody
    asked, ``unknown`` those that say neither. ``reasons`` counts why not, as it was written.
    """

    person: FeedbackFrom
    asked: Share
    replied: Share
    not_asked: int
    unknown: int
    reasons: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AskedByTeam:
    """Hold the names of a team, or of several, and who of each kind of person was asked there.

    None where the share is not to be shown.
    """

    names: tuple[str, ...]
    shares: tuple[Share | None, ...]


def asked_in(audits: Sequence[JudgedAudit]) -> list[Asked]:
    """Return how asking each kind of person went."""
    return [
        _asked([each.feedback.get(person) for each in audits], person) for person in FeedbackFrom
    ]


def asked_by_team(audits: Sequence[JudgedAudit], *, is_shared: bool = False) -> list[AskedByTeam]:
    """Return the share of audits in which each kind of person was asked, by team."""
    groups = by_team(audits, is_shared=is_shared)
    columns = [
        _shares([_share(group.audits, person) for group in groups], is_shared=is_shared)
        for person in FeedbackFrom
    ]
    return [
        AskedByTeam(group.names, tuple(column[at] for column in columns))
        for at, group in enumerate(groups)
    ]


def _asked(known: Sequence[Feedback | None], person: FeedbackFrom) -> Asked:
    asked = [each for each in known if each and each.asked]
    not_asked = [each for each in known if each and each.asked is False]
    replied = sum(bool(each.said.strip()) for each in asked)
    return Asked(
        person,
        Share(len(asked), len(known)),
        Share(replied, len(asked)),
        len(not_asked),
        len(known) - len(asked) - len(not_asked),
        Counter(text for each in not_asked if (text := each.why_not.strip())),
    )


def _share(audits: Sequence[JudgedAudit], person: FeedbackFrom) -> Share:
    known = (each.feedback.get(person) for each in audits)
    return Share(sum(bool(each and each.asked) for each in known), len(audits))


def _shares(shares: Sequence[Share], *, is_shared: bool) -> list[Share | None]:
    if not is_shared:
        return list(shares)
    counts = [(share.count, share.total - share.count) for share in shares]
    hidden = {row for row, _column in hidden_places(counts)}
    return [None if at in hidden else share for at, share in enumerate(shares)]
