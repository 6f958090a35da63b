# SPDX-License-Identifier: MPL-2.0
"""Lines, dates, numbers, lists and texts to fill in, each with its label."""
