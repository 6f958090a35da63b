# SPDX-License-Identifier: MPL-2.0
"""Set words in the fonts of reports: which font, how wide, which direction, where a line ends."""
