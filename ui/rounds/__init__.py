# SPDX-License-Identifier: MPL-2.0
"""Rounds: programmes of audits, from the list of cases to what became of each."""
