# SPDX-License-Identifier: MPL-2.0
"""The guide beside the program, opened at the chapter about what is on show."""
