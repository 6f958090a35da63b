# SPDX-License-Identifier: MPL-2.0
"""Lists and tables of rows."""
