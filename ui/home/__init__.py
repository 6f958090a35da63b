# SPDX-License-Identifier: MPL-2.0
"""Show the rail and the pages beside it, one at a time."""
