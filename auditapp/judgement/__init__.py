# SPDX-License-Identifier: MPL-2.0
"""Work out what the answers of an audit come to: timescales, suggested grades, what is missing."""
