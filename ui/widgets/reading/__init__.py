# SPDX-License-Identifier: MPL-2.0
"""What keys and screen readers go by: order, focus, announcements."""
