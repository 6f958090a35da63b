# SPDX-License-Identifier: MPL-2.0
"""What a person can do with all their data: keep it, find it, delete it."""
