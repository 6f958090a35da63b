# SPDX-License-Identifier: MPL-2.0
"""Buttons, and the keys that press them."""
