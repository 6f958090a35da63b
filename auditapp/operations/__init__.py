# SPDX-License-Identifier: MPL-2.0
"""The parts of the workspace: each does what a person does with one kind of thing."""
