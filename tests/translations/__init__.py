# SPDX-License-Identifier: MPL-2.0
"""Keep the translations up to date: ``python3 -m tests.translations``."""
