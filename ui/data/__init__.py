# SPDX-License-Identifier: MPL-2.0
"""Look after the audits as a whole: what opens them, and where copies of them are."""
