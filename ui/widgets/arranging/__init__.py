# SPDX-License-Identifier: MPL-2.0
"""Rows and grids that lay out anew what stands in them as the room changes."""
