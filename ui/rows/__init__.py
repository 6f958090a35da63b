# SPDX-License-Identifier: MPL-2.0
"""Lists of rows that say more than one thing, each of which may lead somewhere."""
