# SPDX-License-Identifier: MPL-2.0
"""Write a report as one web page that needs nothing else: no script, no link, no picture."""
