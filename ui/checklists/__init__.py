# SPDX-License-Identifier: MPL-2.0
"""Checklists: what there is, and loading another version."""
