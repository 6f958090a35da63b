# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the figures generated audits, and the tables made of their digests."""

from tests.auditapp.insight.rollups.conftest import states, tables

__all__ = ["states", "tables"]
