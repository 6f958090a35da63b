# SPDX-License-Identifier: MPL-2.0
"""The review of an audit, its sign-off, and its report."""
