# SPDX-License-Identifier: MPL-2.0
"""Walk an auditor through the questions of an audit."""
