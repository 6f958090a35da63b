# SPDX-License-Identifier: MPL-2.0
"""Put checklists themselves on paper: blank, to fill in by hand, and what changed between two."""
