# SPDX-License-Identifier: MPL-2.0
"""Name the choices of rounds, apart from their models: they have words that the window needs."""

from enum import StrEnum


class RoundKind(StrEnum):
    """Say what sort of change an entry in the history of a round records."""

    ABOUT = "about"
    SEED = "seed"
    LIST = "list"
    EXCLUDED = "excluded"
    INCLUDED = "included"
    PLAN = "plan"
    DRAWN = "drawn"
    TAKEN_BACK = "taken_back"
    REPLACED = "replaced"
    AUDITOR = "auditor"
    ALLOCATED = "allocated"
    PROGRESS = "progress"
    ERASED = "erased"


class CaseField(StrEnum):
    """Name what a column of a list can hold. ``FACT`` is anything else that is worth keeping."""

    REFERENCE = "reference"
    TEAM = "team"
    WORKER_CODE = "worker_code"
    MANAGER_CODE = "manager_code"
    AGE_BAND = "age_band"
    COHORTS = "cohorts"
    LEGAL_STATUS = "legal_status"
    FACT = "fact"


class SampleMethod(StrEnum):
    """Say what the size of a sample follows from.

    ``ALL``: every case. ``SIZE``: a number that somebody chose. ``MARGIN``: how sure the share of
    good files shall be. ``DIP``: how likely at least one bad file shall be found.
    """

    ALL = "all"
    SIZE = "size"
    MARGIN = "margin"
    DIP = "dip"


class StrataMethod(StrEnum):
    """Say how a sample is spread over the strata: in proportion to their size, or equally."""

    PROPORTIONAL = "proportional"
    EQUAL = "equal"


class CaseState(StrEnum):
    """Follow a drawn case through the round."""

    DRAWN = "drawn"
    ALLOCATED = "allocated"
    STARTED = "started"
    SIGNED = "signed"
    EXEMPT = "exempt"
