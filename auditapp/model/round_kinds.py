# SPDX-License-Identifier: MPL-2.0
"""Name what can change in a round."""

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
