# SPDX-License-Identifier: MPL-2.0
"""Show the history of an audit, and what was just undone."""
