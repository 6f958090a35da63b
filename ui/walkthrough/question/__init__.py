# SPDX-License-Identifier: MPL-2.0
"""Show one question and take everything the auditor gives for it."""
