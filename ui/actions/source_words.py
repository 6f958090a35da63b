# SPDX-License-Identifier: MPL-2.0
"""Say in which audit something was said or raised."""

from auditapp.i18n import _
from auditapp.insight.said import ConcernRow, FeedbackRow


def source_words(found: ConcernRow | FeedbackRow) -> str:
    """Return the case and the team; of a second reading that it is one."""
    second = _("Second reading") if found.is_second else ""
    return " · ".join(filter(None, (found.reference, found.team, second)))
