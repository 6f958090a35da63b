# SPDX-License-Identifier: MPL-2.0
"""Lock the window by itself, leave nothing of a case behind, and come back to the same place."""
