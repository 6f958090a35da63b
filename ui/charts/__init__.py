# SPDX-License-Identifier: MPL-2.0
"""Charts: painted, reachable by keyboard, with their numbers as a table."""
