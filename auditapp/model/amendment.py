# SPDX-License-Identifier: MPL-2.0
"""Define an amendment: the only way in which an audit that was signed off changes."""

from pydantic import AwareDatetime, Field

from auditapp.model.frozen import Frozen
from auditapp.model.text import Text


class Amendment(Frozen):
    """Hold why a signed audit is changed, by whom, and exactly what it changes.

    ``number`` counts from 1. ``amends`` is the content hash of the sign-off before it, so that the
    sign-offs of an audit are a chain.
    """

    number: int = Field(ge=1)
    reason: Text
    by: Text
    at: AwareDatetime
    amends: str
