# SPDX-License-Identifier: MPL-2.0
"""Say on paper what one audit holds, or two of one case: the full report and its kinds."""
