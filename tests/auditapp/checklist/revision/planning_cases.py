# SPDX-License-Identifier: MPL-2.0
"""Questions before and after, which the tests of planning share."""

from auditapp.checklist.revision.fates import AnswerState
from tests.auditapp.checklist.revision.revising import CHOICE

KEPT, TO_CONFIRM, SET_ASIDE = AnswerState

RATING = {"id": "q"}
CHOOSE = {"id": "q", "kind": "choice"}
SEVERAL = {"id": "q", "kind": "choices"}
REWORDED = {"text": "Is it really there?"}
MET = {"value": "met"}
NEVER = {"not_applicable": True, "reason": "A baby"}
NO_NO = [CHOICE[0], CHOICE[2]]
