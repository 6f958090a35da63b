# SPDX-License-Identifier: MPL-2.0
"""What is only looked at: words, icons, rings."""
