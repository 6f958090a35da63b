# SPDX-License-Identifier: MPL-2.0
"""Audits that are open: what each holds, and how an edit of it becomes durable."""
