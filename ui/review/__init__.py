# SPDX-License-Identifier: MPL-2.0
"""Reading an audit through, what an amendment changes, and the sign-off."""
