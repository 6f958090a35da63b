# SPDX-License-Identifier: MPL-2.0
"""List the checklists, and try one out as auditors will see it."""
