# SPDX-License-Identifier: MPL-2.0
"""Everything that the window does at the press of a key, and the keys."""
