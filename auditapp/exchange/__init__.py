# SPDX-License-Identifier: MPL-2.0
"""Exchange audits between workspaces: packages that travel, and merges that lose nothing."""
