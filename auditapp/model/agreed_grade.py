# SPDX-License-Identifier: MPL-2.0
"""Define the outcome of moderation: the grade that two people agreed on."""

from typing import ClassVar

from pydantic import AwareDatetime

from auditapp.model.difference import Version
from auditapp.model.frozen import Frozen
from auditapp.model.grade import GradeBand
from auditapp.model.text import Text


class AgreedGrade(Frozen):
    """Hold the agreed grade. The grade that the auditor gave stays beside it as it was signed.

    ``others`` are what was agreed on other computers by people who did not know of this one; they
    stand beside it until somebody agrees anew.
    """

    LATER: ClassVar = frozenset({"others"})

    band: GradeBand
    reason: Text
    by: str
    at: AwareDatetime
    others: tuple[Version, ...] = ()
