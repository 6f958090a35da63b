# SPDX-License-Identifier: MPL-2.0
"""Read across many audits: counts, shares and intervals, and which figures may be shown."""
