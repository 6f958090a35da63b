# SPDX-License-Identifier: MPL-2.0
"""What a report is, and taking it out: to a file, to paper, without personal details."""
