# SPDX-License-Identifier: MPL-2.0
"""Show and change the settings."""
