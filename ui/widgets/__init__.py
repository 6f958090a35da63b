# SPDX-License-Identifier: MPL-2.0
"""The widgets that every screen is built from, one class a file."""
