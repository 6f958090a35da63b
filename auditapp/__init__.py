# SPDX-License-Identifier: MPL-2.0
"""Hold the core of Case File Audit: everything except the window."""

__version__ = "0.1.0"
