# SPDX-License-Identifier: MPL-2.0
"""Turn what was counted of many audits into charts, each with what may be concluded from it."""
