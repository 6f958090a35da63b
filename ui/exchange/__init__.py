# SPDX-License-Identifier: MPL-2.0
"""Send audits to other people, take in what they send, and settle what both changed."""
