# SPDX-License-Identifier: MPL-2.0
"""Show what many audits say together."""
