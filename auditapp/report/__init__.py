# SPDX-License-Identifier: MPL-2.0
"""Make reports: a neutral model of what they say, and the writers that put it on paper."""
