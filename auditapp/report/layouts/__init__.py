# SPDX-License-Identifier: MPL-2.0
"""Let an organisation choose how its reports look, and what stands in them, without any code."""
