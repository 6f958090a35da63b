# SPDX-License-Identifier: MPL-2.0
"""Invent a children's services authority and its audits, for demonstrations and for tests."""
