# SPDX-License-Identifier: MPL-2.0
"""Bind the guides of ``docs/`` into one web page and one PDF, for reading without the program."""
