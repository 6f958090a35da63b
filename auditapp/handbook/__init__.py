# SPDX-License-Identifier: MPL-2.0
"""Bind the guides of ``docs/`` into one book: a tagged PDF, or a web page in one file."""
