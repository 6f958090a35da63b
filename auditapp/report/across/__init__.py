# SPDX-License-Identifier: MPL-2.0
"""Say on paper what many audits show together, and what of one is told without its name."""
