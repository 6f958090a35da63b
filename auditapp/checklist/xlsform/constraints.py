# SPDX-License-Identifier: MPL-2.0
"""Take a constraint apart: limits of a number, answers that exclude the others, and a rule."""

from dataclasses import dataclass, field
from typing import Any

from auditapp.checklist.question_models import QuestionKind
from auditapp.checklist.xlsform.answer_tests import Asked
from auditapp.checklist.xlsform.condition_shapes import Condition, both


@dataclass(slots=True)
class ConstraintParts:
    """What a constraint becomes in a checklist; ``must`` is True when no rule is left."""

    limits: dict[str, float] = field(default_factory=dict)
    exclusive: list[str] = field(default_factory=list)
    must: Condition = True


def constraint_parts(condition: Condition, asked: Asked) -> ConstraintParts:
    """Return the parts of the constraint of a question, as condition data."""
    parts = ConstraintParts()
    rest: list[Condition] = []
    for part in _joined(condition):
        if (limit := _limit(part, asked)) and limit[0] not in parts.limits:
            parts.limits[limit[0]] = limit[1]
        elif answer := _excluding(part, asked):
            parts.exclusive.append(answer)
        else:
            rest.append(part)
    parts.must = both(rest)
    return parts


def _joined(condition: Condition) -> list[Any]:
    if isinstance(condition, dict) and condition.keys() == {"all"}:
        return list(condition["all"])
    return [condition]


def _limit(part: Condition, asked: Asked) -> tuple[str, float] | None:
    """Return the key and value of a limit, if the part is one of the question's own number."""
    if asked.kind is not QuestionKind.NUMBER or not isinstance(part, dict):
        return None
    for verb, key in (("at_least", "min"), ("at_most", "max")):
        is_own = part.keys() == {"question", verb} and part["question"] == asked.id
        if is_own and isinstance(part[verb], int | float):
            return key, float(part[verb])
    return None


def _excluding(part: Condition, asked: Asked) -> str:
    """Return the answer A of ``not(selected(., 'A') and count-selected(.) > 1)``, or ""."""
    if not isinstance(part, dict) or part.keys() != {"not"}:
        return ""
    inner = part["not"].get("all", ())
    several = {"question": asked.id, "of": "count", "more_than": 1}
    others = [each for each in inner if each != several]
    if len(inner) - len(others) != 1 or len(others) != 1:
        return ""
    (other,) = others
    if other.keys() != {"question", "includes"} or other["question"] != asked.id:
        return ""
    return other["includes"] if isinstance(other["includes"], str) else ""
