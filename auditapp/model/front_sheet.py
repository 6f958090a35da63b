# SPDX-License-Identifier: MPL-2.0
"""Define the front sheet: whose file it is, without saying whose file it is."""

import datetime as dt
from enum import StrEnum

from pydantic import Field

from auditapp.model.frozen import Frozen
from auditapp.model.text import Text


class AgeBand(StrEnum):
    """Give an age without a date of birth."""

    UNBORN = "unborn"
    UNDER_5 = "0-4"
    FROM_5 = "5-9"
    FROM_10 = "10-15"
    FROM_16 = "16-17"
    FROM_18 = "18-25"


class Cohort(StrEnum):
    """Name the groups of children that questions are meant for; one child may be in several."""

    CONTACT = "CONTACT"
    EARLY_HELP = "EH"
    SECTION_47 = "S47"
    CHILD_IN_NEED = "CIN"
    CHILD_PROTECTION = "CP"
    CHILD_IN_CARE = "CIC"
    ADOPTION = "ADO"
    CARE_16_PLUS = "CL16"
    HOMELESS_16_17 = "HOMELESS16"
    PRIVATE_FOSTERING = "PF"
    UNACCOMPANIED = "UASC"


class LegalStatus(StrEnum):
    """Name the legal footing of the child's case at the time of the audit."""

    NONE = "none"
    SECTION_17 = "section_17"
    CP_PLAN = "cp_plan"
    SECTION_20 = "section_20"
    INTERIM_CARE_ORDER = "interim_care_order"
    CARE_ORDER = "care_order"
    PLACEMENT_ORDER = "placement_order"
    REMAND = "remand"
    CARE_LEAVER = "care_leaver"
    OTHER = "other"


class Source(StrEnum):
    """Name what the auditor read or heard."""

    FILE = "file"
    WORKER = "worker"
    MANAGER = "manager"
    OBSERVATION = "observation"
    FAMILY = "family"
    PARTNER = "partner"


class FrontSheet(Frozen):
    """Hold the facts about the case file and the audit, under a pseudonym.

    ``period_from`` to ``period_to`` is the time looked at (12 months by default); the judgement
    rests on the part from ``judged_from`` (the last 6 months by default). Timescales are worked
    out as at ``period_to``.
    """

    case_reference: Text
    auditor: Text
    age_band: AgeBand | None = None
    cohorts: tuple[Cohort, ...] = ()
    legal_status: LegalStatus | None = None
    team: Text = ""
    worker_code: Text = ""
    period_from: dt.date
    period_to: dt.date
    judged_from: dt.date
    sources_used: tuple[Source, ...] = (Source.FILE,)
    caseload: int | None = Field(default=None, ge=0, le=500)
    workers_in_12_months: int | None = Field(default=None, ge=0, le=100)
    is_independent: bool = False
