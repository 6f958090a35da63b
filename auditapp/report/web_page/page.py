# SPDX-License-Identifier: MPL-2.0
"""Write a report as a web page that everybody can read: one file, without script or outside link.

It follows WCAG 2.2 AA. A content security policy forbids the browser to fetch or run anything,
and lets it use the one style sheet in the page, by its hash. The same document gives the same
bytes.
"""

from base64 import b64encode
from hashlib import sha256

from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.long_work import ReportProgress
from auditapp.report.document import ReportDocument
from auditapp.report.web_page.cells import picture_markup
from auditapp.report.web_page.markup import NOTHING, Markup, join, line, said, tag
from auditapp.report.web_page.story import PageStory, foot_markup
from auditapp.report.web_page.style import style_sheet


def render_html(document: ReportDocument, progress: ReportProgress | None = None) -> bytes:
    """Return ``document`` as the contents of an HTML file.

    Args:
        document: what to write.
        progress: called with how many blocks are done and how many there are.
    """
    story = PageStory(document)
    made = []
    for number, block in enumerate(document.blocks, start=1):
        made += list(story.block(block))
        if progress:
            progress(number, len(document.blocks))
    main = tag("main", *made, id="report", tabindex="-1")
    skip = tag("a", line(_("Skip to the report")), href="#report", class_="skip")
    body = join(skip, _top(document), _contents(story), main, _bottom(document, story.foot))
    page = tag("html", _head(document), tag("body", body), lang=document.language)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(document: ReportDocument) -> Markup:
    title = " ".join(filter(None, (document.title, document.reference)))
    return head_markup(title, document.marking, document.author, document.accent)


def head_markup(
    title: str, marking: str, author: str, accent: str = "", more_rules: str = ""
) -> Markup:
    """Return the head of a page that runs nothing, fetches nothing and tells nobody of itself.

    ``more_rules`` are ours, and follow the style sheet of reports.
    """
    style = style_sheet(marking, accent) + more_rules
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="robots", content="noindex"),
        tag("meta", name="author", content=author),
        tag("title", line(title)),
        # Ours but for the marking, which is in it as numbers: nothing in it ends the element.
        tag("style", Markup(style)),
    )


def _top(document: ReportDocument) -> Markup:
    parts = [_marking(document)]
    if document.logo is not None:
        parts.append(picture_markup(document.logo, "logo"))
    if document.overline:
        parts.append(said("p", document.overline, class_="overline"))
    parts.append(tag("h1", line(document.title), dir="auto"))
    if document.subtitle:
        parts.append(said("p", document.subtitle, class_="subtitle"))
    return tag("header", *parts)


def _contents(story: PageStory) -> Markup:
    links = (
        tag("li", tag("a", line(text), href=f"#{anchor}", dir="auto"))
        for anchor, text in story.contents
    )
    title = tag("p", line(_("Contents")), id="contents")
    return tag("nav", title, tag("ul", *links), aria_labelledby="contents")


def _bottom(document: ReportDocument, foot: str) -> Markup:
    digest = _("SHA-256 of what this report was made from: {digest}")
    return tag(
        "footer",
        foot_markup(foot),
        foot_markup(document.author),
        foot_markup(document.footer_note) if document.footer_note else NOTHING,
        foot_markup(digest.format(digest=grouped(document.content_hash))),
        _marking(document),
    )


def _marking(document: ReportDocument) -> Markup:
    return said("p", document.marking, class_="marking")
