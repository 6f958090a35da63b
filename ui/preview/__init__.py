# SPDX-License-Identifier: MPL-2.0
"""The pages of a report, to be looked at before it goes out."""
