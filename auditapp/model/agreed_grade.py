# SPDX-License-Identifier: MPL-2.0
"""Define the outcome of moderation: the grade that two people agreed on."""

from pydantic import AwareDatetime

from auditapp.model.frozen import Frozen
from auditapp.model.grade import GradeBand
from auditapp.model.text import Text


class AgreedGrade(Frozen):
    """Hold the agreed grade. The grade that the auditor gave stays beside it as it was signed."""

    band: GradeBand
    reason: Text
    by: str
    at: AwareDatetime
