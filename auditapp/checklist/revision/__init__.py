# SPDX-License-Identifier: MPL-2.0
"""Compare two versions of a checklist, and work out what becomes of the answers in a draft."""
