# SPDX-License-Identifier: MPL-2.0
"""Reports that are made of several audits: choose them, look, save, print."""
