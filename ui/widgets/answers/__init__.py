# SPDX-License-Identifier: MPL-2.0
"""Answers to choose from, and boxes to tick."""
