# SPDX-License-Identifier: MPL-2.0
"""Define what an audit is: frozen models without rules, storage or window."""
