# SPDX-License-Identifier: MPL-2.0
"""What other widgets stand on: pages, cards, dialogs, and what scrolls."""
