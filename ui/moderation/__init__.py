# SPDX-License-Identifier: MPL-2.0
"""Second readings and later audits, side by side with the first."""
