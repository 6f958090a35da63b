# SPDX-License-Identifier: MPL-2.0
"""Put the history of an audit, and the logbook of a workspace, into words."""
