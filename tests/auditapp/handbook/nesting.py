# SPDX-License-Identifier: MPL-2.0
"""Check a page against the parts of HTML that our pages use (HTML Standard, 4 and 13.1)."""

import re
from html.parser import HTMLParser

PHRASING = {"a", "br", "code", "em", "img", "strong"}
FLOW = {
    *PHRASING,
    *("article", "blockquote", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "main"),
    *("nav", "ol", "p", "pre", "section", "table", "ul"),
}
HOLDS = {
    "html": {"head", "body"},
    "head": {"meta", "title", "style"},
    **dict.fromkeys(("title", "style", "br", "img", "meta"), frozenset()),
    **dict.fromkeys(("p", "pre", "a", "code", "em", "strong", "th"), PHRASING),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), PHRASING),
    "ul": {"li"},
    "ol": {"li"},
    **dict.fromkeys(("body", "article", "blockquote", "section", "main", "nav", "li"), FLOW),
    **dict.fromkeys(("header", "footer", "td"), FLOW - {"header", "footer", "main"}),
    "table": {"thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
}
"""What may stand directly in each element; what has words in it may hold text."""

NO_TEXT = {"html", "head", "ul", "ol", "table", "thead", "tbody", "tr"}
VOID = {"br", "img", "meta"}
MUST_SAY = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "title"}
EVERYWHERE = {"id", "class", "role", "tabindex", "lang", "dir"}
OWN = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "meta": {"charset", "name", "content", "http-equiv"},
    "ol": {"start"},
    "th": {"scope"},
}
MUST_HAVE = {"a": {"href"}, "img": {"src", "alt"}, "html": {"lang"}}


class _Nesting(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.faults, self._open, self._said = [], [], []

    def handle_starttag(self, tag, attrs):
        """See that it may stand here, and has what it may and must have."""
        given, above = dict(attrs), self._open[-1] if self._open else None
        if tag not in HOLDS:
            self._fault(f"{tag} is not known")
        elif above is not None and tag not in HOLDS.get(above, FLOW):
            self._fault(f"{tag} stands in {above}")
        if tag == "a" and "a" in self._open:
            self._fault("a link stands in a link")
        odd = set(given) - EVERYWHERE - OWN.get(tag, set())
        odd = {name for name in odd if not name.startswith(("aria-", "data-"))}
        if odd or MUST_HAVE.get(tag, set()) - set(given) or len(given) != len(attrs):
            self._fault(f"{tag} has {sorted(given)}")
        if re.search(r"\s|^$", given.get("id", "x")):
            self._fault(f"{given['id']!r} is no id")
        if tag not in VOID:
            self._open.append(tag)
            self._said.append("")

    def handle_endtag(self, tag):
        """See that it ends what was opened last, and that said something."""
        if not self._open or tag != self._open[-1]:
            self._fault(f"{tag} is ended, and {self._open[-1:]} is open")
            return
        said = self._said.pop()
        if self._open.pop() in MUST_SAY and not said.strip():
            self._fault(f"{tag} says nothing")
        if self._said:
            self._said[-1] += said

    def handle_data(self, data):
        """See that there may be text here."""
        if data.strip() and (not self._open or self._open[-1] in NO_TEXT):
            self._fault(f"text stands in {self._open[-1:]}")
        if re.search("[&<]", data) and self._open[-1:] != ["style"]:
            self._fault("a sign is not escaped")
        if self._said:
            self._said[-1] += data

    def handle_entityref(self, name):
        """Take a sign as text."""
        self._said[-1] += "x"
        if name not in {"amp", "lt", "gt", "quot"}:
            self._fault(f"&{name}; is not known")

    def close(self):
        """See that all is ended."""
        super().close()
        if self._open:
            self._fault(f"{self._open} are not ended")

    def _fault(self, words):
        line, column = self.getpos()
        self.faults.append(f"{line}:{column}: {words}")


def nesting_faults(text):
    """Return what is wrong with a page, each with its line and column."""
    faults = [] if text.startswith("<!DOCTYPE html>") else ["there is no doctype"]
    parser = _Nesting()
    parser.feed(text)
    parser.close()
    return faults + parser.faults
