# SPDX-License-Identifier: MPL-2.0
"""Show the list of audits, and start a new one."""
