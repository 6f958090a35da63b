# SPDX-License-Identifier: MPL-2.0
"""Two rules to judge dates by: a single event within working days, and a series in weeks."""

from auditapp.judgement.timescale_rules import TimescaleRule

BASE = {
    "id": "rule",
    "title": "Title",
    "standard": "local",
    "on": True,
    "starts_from": "the referral",
    "source": "Source",
    "confidence": "high",
}
SERIES = {**BASE, "kind": "series", "event": {"one": "visit", "many": "visits"}}
LETTER = TimescaleRule.model_validate({**BASE, "kind": "single", "limit": {"working_days": 5}})
VISITS = TimescaleRule.model_validate({**SERIES, "first": {"weeks": 1}, "every": {"weeks": 6}})
