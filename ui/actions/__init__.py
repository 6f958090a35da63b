# SPDX-License-Identifier: MPL-2.0
"""What many audits ask for: actions, concerns, what people said, and registers beside them."""
