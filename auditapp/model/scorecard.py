# SPDX-License-Identifier: MPL-2.0
"""Say what the data export has a row for. Light: the window asks in these."""

from enum import StrEnum


class ScorecardRows(StrEnum):
    """Name what a row is about; the values are those that the command takes."""

    AUDITS = "audits"
    ANSWERS = "answers"
