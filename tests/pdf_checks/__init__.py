# SPDX-License-Identifier: MPL-2.0
"""Check that a PDF follows PDF/UA-1 and PDF/A-2a: ``python3 -m tests.pdf_checks FILE...``.

Written against the standards and not against the writer: it reads files with pikepdf and its own
reader of text, and knows nothing of how reports are made. It checks the rules that a writer of
reports could break. It is no certificate: veraPDF checks more, and is asked as well where it is.
"""
