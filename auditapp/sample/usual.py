# SPDX-License-Identifier: MPL-2.0
"""Say what is usual where an answer is a fact of the case and no judgement, by question.

Everything else follows from the checklist itself, so that a revised or a new one is answered, too.
"""

from types import MappingProxyType
from typing import Final

CHOICES: Final = MappingProxyType(
    {
        "AD2-stage": {"planned": 2, "looking": 2, "matched": 2, "placed": 4},
        "AD4-strain": {"no": 6, "helped": 2, "unhelped": 1},
        "AS1-which": {"after_referral": 6, "updated": 4, "care": 1},
        "CC1-how": {"planned": 5, "hurried_known": 3, "hurried_new": 1, "court": 1},
        "CC5-court": {"ended": 5, "going_on": 3, "none": 3},
        "CC7-home": {"no": 9, "placed": 1, "planned": 1},
        "CH4-changed": {"same": 5, "once": 4, "several": 2},
        "DA1-known": {"now": 4, "past": 3, "no": 5, "unnamed": 1},
        "ED1": {"full": 8, "absent": 1, "part_agreed": 1, "elsewhere": 1},
        "EH2-where": {"still_open": 6, "early_help": 3, "universal": 1},
        "FF1": {"child_and_family": 4, "child": 2, "family": 3, "no_answer": 2, "decided_not": 1},
        "FF1-child": {"auditor": 2, "trusted": 4, "watched": 1, "declined": 1},
        "FF3-unhappy": {"no_sign": 6, "said": 3, "complained": 1},
        "HM1-stay": {"home": 3, "friends": 3, "carers": 2, "supported": 3},
        "LS4-stage": {"plan": 4, "placed": 4, "order": 1},
        "MO9-earlier": {"no": 6, "no_actions": 1, "actions": 3},
        "PL5-kind": {"foster": 7, "connected": 2, "childrens_home": 2, "supported": 1},
        "PL6-extended": {"approved": 3, "extended": 1},
        "PL6-status": {"full": 5, "temporary": 2, "lapsed_safe": 1},
        "PM1-what": {"fostering": 5, "kin": 2, "home": 2, "carers_order": 1, "adoption": 1},
        "PW4-home": {"council": 5, "other": 3},
        "PW7-doing": {"school": 5, "apprenticeship": 2, "work": 2, "neet": 3, "caring": 1},
        "RV1-which": {"care": 9, "conference": 6},
        "SP1-what": {"joint": 4, "single": 4, "no_enquiry": 1},
        "SP7-outcome": {"conference": 4, "other_plan": 4, "no_harm": 1},
        "VS2-why": {"child_asked": 2, "needs": 1, "adult_refused": 2, "not_asked": 3},
        "VS5-person": {"worker": 4, "carer": 3, "relative": 2, "school": 2, "parent": 2},
    }
)
"""How often each answer is given; what fits no child of the case is warned of, and taken back."""

VISITING_IN_FIRST_YEAR: Final = MappingProxyType(
    {"first_year": 12, "connected_temporary": 1, "parents_assessing": 1}
)
VISITING_LATER: Final = MappingProxyType({"after_year": 6, "to_18": 4, "long_term_agreed": 2})
VISITING: Final = "VS1-situation"
AGE: Final = "HE1-age"
SCHOOL: Final = "ED1-where"
STAGE_OF_LEAVING: Final = "PW5-stage"
WORKERS: Final = "VS5-workers"

NUMBERS: Final = MappingProxyType(
    {
        "RC1-gap": (1, 6),
        "ED1-hours": (21, 30),
        "FD2-count": (0, 4),
        "HE4-wait": (3, 22),
        "ME3-episodes": (2, 7),
        "PL3-moves": (0, 2),
    }
)
"""The least and most that are usual, where the checklist leaves it wide open."""

DAYS: Final = MappingProxyType(
    {
        "CC1-day": "care",
        "HE1-care": "care",
        "PE1-care": "care",
        "RV1-since": "care",
        "AD2-care": "care",
        "CC5-issued": "court",
        "AD2-order": "order",
        "PM1-second": "second_review",
        "PL1-start": "placement",
        "VS1-start": "placement",
        "PW4-moved": "placement",
        "CN5-start": "plan",
        "EH2-began": "plan",
        "CP7-start": "plan",
        "PF1-known": "plan",
        "MO1-since": "worker",
        "PW1-start": "sixteen",
        "AS1-start": "referral",
        "FD3-received": "referral",
        "HM1-asked": "referral",
        "SP1-known": "referral",
        "DA1-reported": "referral",
        "FD7-knew": "referral",
        "FD7-told": "told",
        "LS4-ceremony": "ceremony",
        "RV2-last": "last_review",
    }
)
"""Which day of the case each date is; all other dates are recent ones."""
