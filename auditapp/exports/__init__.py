# SPDX-License-Identifier: MPL-2.0
"""What is asked of a report that leaves the program, and what is looked at before it does."""
