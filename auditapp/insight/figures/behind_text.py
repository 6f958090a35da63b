# SPDX-License-Identifier: MPL-2.0
"""Write what is behind a figure as text, and read it again: it is sealed while nobody looks."""

import json
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter

from auditapp.insight.figures.behind import (
    ActionsBehind,
    AuditsBehind,
    Behind,
    CauseBehind,
    ConcernsBehind,
    CriterionBehind,
    FeedbackBehind,
    GradesBehind,
    MarksBehind,
    ModerationBehind,
    NamedBehind,
    TimescaleBehind,
)

_KINDS: Final[dict[str, type]] = {
    each.__name__: each
    for each in (
        ActionsBehind,
        AuditsBehind,
        CauseBehind,
        ConcernsBehind,
        CriterionBehind,
        FeedbackBehind,
        GradesBehind,
        MarksBehind,
        ModerationBehind,
        NamedBehind,
        TimescaleBehind,
    )
}


def written_behind(behind: Behind | ActionsBehind) -> str:
    """Return what is meant as JSON."""
    kind = type(behind).__name__
    return json.dumps([kind, _adapter(kind).dump_python(behind, mode="json")])


def read_behind(text: str) -> Behind | ActionsBehind:
    """Return what ``written_behind`` made a text of."""
    kind, fields = json.loads(text)
    behind: Behind | ActionsBehind = _adapter(kind).validate_json(json.dumps(fields))
    return behind


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[kind])
