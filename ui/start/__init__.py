# SPDX-License-Identifier: MPL-2.0
"""Set the workspace up, and unlock it."""
