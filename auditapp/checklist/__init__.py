# SPDX-License-Identifier: MPL-2.0
"""Read checklists: YAML data in, frozen models and compiled conditions out."""
