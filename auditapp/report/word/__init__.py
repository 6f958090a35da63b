# SPDX-License-Identifier: MPL-2.0
"""Write a report as a Word document with real headings, lists and tables.

The parts of the file are written here rather than by a library. What makes a document accessible
(table heads that repeat, descriptions of tables, the language, fields in the footer) has to be
given to python-docx as XML all the same, and its files differ each time.
"""
