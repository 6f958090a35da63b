# SPDX-License-Identifier: MPL-2.0
"""Hold the style sheet of the web page. Lengths follow the size of the reader's letters.

Nothing in it leads out of the page: no font, no picture, no import.
"""

from dataclasses import replace
from typing import Final

from auditapp.charts.picture import COLOURS
from auditapp.report.chart_looks import colour_name
from auditapp.report.palette import DARK, LIGHT, Palette
from auditapp.report.web_page.markup import css_string

_RULES: Final = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:0 1rem 2rem;max-width:62rem;background:var(--page);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6,caption,nav a,.unbroken{overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6{color:var(--heading);line-height:1.25;margin:1.4em 0 .4em;text-wrap:balance}
h1{font-size:2rem;margin:.2em 0}
h2{font-size:1.45rem;margin-top:2em;padding-top:.4em;border-top:2px solid var(--rule)}
h3{font-size:1.2rem}
h4{font-size:1.05rem}
h5,h6{font-size:1rem}
p{margin:.5em 0}
ul{margin:.5em 0;padding-left:1.4rem}
a{color:var(--heading)}
a:focus-visible,main:focus-visible{outline:3px solid var(--heading);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--page)}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.marking{color:var(--marking);font-weight:600;text-align:center;letter-spacing:.04em}
.overline{color:var(--muted);font-weight:600;margin:1.5rem 0 0}
.subtitle{color:var(--muted);font-size:1.1rem;margin-top:0}
.lead{font-size:1.1rem}
.muted,.note,.foot,.hint,caption{color:var(--muted);font-size:.875rem}
nav{margin:1.5rem 0;padding:.75rem 1.25rem;background:var(--panel);border-radius:.4rem}
nav p{margin:0;font-weight:600}
nav ul{columns:17rem;column-gap:2rem;margin:.25rem 0 0}
nav li{break-inside:avoid}
.callout{margin:1em 0;padding:.4rem 1rem;border-left:.35rem solid var(--info);
background:var(--info-behind)}
.callout.danger{border-color:var(--danger);background:var(--danger-behind)}
.callout.warn{border-color:var(--warn);background:var(--warn-behind)}
.callout strong{color:var(--info)}
.callout.danger strong{color:var(--danger)}
.callout.warn strong{color:var(--warn)}
dl{margin:.75em 0}
dd{margin:0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));
column-gap:2rem;border-top:1px solid var(--rule)}
.facts>div{display:grid;grid-template-columns:minmax(6rem,2fr) minmax(0,5fr);gap:.75rem;
padding:.3rem 0;
border-bottom:1px solid var(--rule)}
.facts dt{color:var(--muted)}
.facts dd{font-weight:600}
.facts dd,.badge,td p,th p{text-align:match-parent}
.scale-label{font-weight:600;margin-bottom:.2em}
.steps{display:flex;flex-wrap:wrap;gap:.4rem}
.place{flex:1 1 9rem;display:flex;flex-direction:column;text-align:center;font-size:.9375rem}
.pointer{height:1.1rem;line-height:1.1rem;font-size:.8rem}
.step{display:block;padding:.45rem .5rem;border:1px solid var(--rule);border-radius:.3rem;
color:var(--muted)}
.chosen{border-color:transparent;font-weight:700}
.mark{color:var(--muted);font-size:.8125rem}
.badge{display:inline-block;padding:.1rem .6rem;border-radius:.25rem;font-weight:600;
font-size:.875rem;line-height:1.4}
.badge.neutral{background:var(--quiet);color:var(--ink)}
.badge.outline{border:1px solid var(--muted);color:var(--muted)}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 2rem}
.beside h2{border:0;padding:0}
table{width:100%;border-collapse:collapse;margin:1em 0;font-size:.9375rem}
caption{text-align:left;padding-bottom:.3rem}
th,td{padding:.45rem .5rem;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top}
thead th{color:var(--muted);font-size:.875rem;vertical-align:bottom}
th p,td p{margin:0}
td p+p,th p+p{margin-top:.2rem}
.group th{color:var(--heading);padding-top:1rem}
.number{text-align:end}
.code{word-break:break-all;font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;
font-size:.8125rem}
.digest{width:36ch;max-width:100%}
table.small{font-size:.875rem}
.bar{display:block;width:100%;height:.55rem;margin:.25rem 0}
.bar rect{stroke:var(--page);vector-effect:non-scaling-stroke}
.logo{float:right;max-width:40%;max-height:4.5rem;width:auto;height:auto;margin:0 0 .5rem 1rem}
.picture{max-width:100%;height:auto}
.chart{margin:.6rem 0}
.chart svg{max-width:100%;height:auto}
.chart polyline,.chart rect{fill:none}
.chart figcaption{font-size:.875rem;color:var(--muted)}
.counts{display:flex;flex-wrap:wrap;gap:0 .9rem;margin:0;padding:0;list-style:none;
font-size:.8125rem;color:var(--muted)}
del{color:var(--went)}
ins{color:var(--came);font-weight:600}
.question{margin:1rem 0;padding-top:.6rem;border-top:1px solid var(--rule)}
.question>:first-child{margin:0;color:var(--ink);font-size:1rem;font-weight:600}
.ref{color:var(--muted);min-width:2rem;display:inline-block}
.answer{margin:.35rem 0 .35rem 2.25rem}
.details{margin:.3rem 0 0 2.25rem}
.details>div{display:grid;grid-template-columns:minmax(5rem,1fr) minmax(0,7fr);gap:.75rem;
padding:.12rem 0;
align-items:baseline}
.details dt{color:var(--muted);font-size:.875rem;font-weight:600}
.details .small{color:var(--muted);font-size:.8125rem}
.details p,.details ul{margin:0}
blockquote{margin:.2rem 0;padding-left:.8rem;border-left:3px solid var(--rule)}
.condition{color:var(--heading);font-weight:600}
.write{margin:.8rem 0}
.label{color:var(--muted);font-size:.875rem;font-weight:600;margin:0}
.label .note{font-weight:400}
.ticks{list-style:none;margin:.2rem 0;padding:0;display:grid;gap:.15rem 1rem;
grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr))}
.ticks.steps-list{display:block}
.ticks li:only-child{grid-column:1/-1}
.ticks li{display:flex;gap:.5rem}
.line{display:block;height:1.7rem;border-bottom:1px solid var(--muted)}
.line.short{display:inline-block;width:9rem;margin-right:1.5rem}
.advice{background:var(--panel);padding:.6rem 1rem;font-size:.875rem}
.blank td{height:3rem}
.new-part{margin-top:3rem}
footer{margin-top:2.5rem;border-top:2px solid var(--rule)}
@media (max-width:40rem){
h1{font-size:1.6rem}
h2{font-size:1.3rem}
table,caption,tbody,tr,th,td{display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:.5rem 0;border-bottom:1px solid var(--rule)}
th,td{border:0;padding:.15rem 0}
td[data-label]::before{content:attr(data-label);display:block;color:var(--muted);
font-size:.8125rem;font-weight:600}
.number{text-align:start}
.answer,.details{margin-left:0}
.facts>div,.details>div{grid-template-columns:minmax(0,1fr);gap:0}
}
@media print{
html{font-size:9.5pt}
body{max-width:none;padding:0}
nav,.skip{display:none}
h1,h2,h3,h4,h5,h6,caption,thead,.label{break-after:avoid}
tr,.callout,.together,.write,.scale,.details>div{break-inside:avoid}
thead{display:table-header-group}
.new-part{break-before:page}
.step,.badge,.bar,.callout,.advice{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
@media (forced-colors:active){
.badge,.chosen{border:1px solid}
.chosen{border-width:3px}
}
"""


def style_sheet(marking: str, accent: str = "") -> str:
    """Return the style sheet of a report that carries ``marking`` on each printed page."""
    line = "font:600 8.5pt system-ui,sans-serif;"
    page = (
        f"@page{{size:A4;margin:18mm 16mm;@top-center{{{line}content:{css_string(marking)}}}"
        f"@bottom-center{{{line}content:{css_string(marking)}}}"
        f"@bottom-right{{{line}content:counter(page)}}}}"
    )
    # An accent is chosen to be read on white; in dark colours headings keep theirs.
    light = _variables(replace(LIGHT, heading=accent) if accent else LIGHT)
    dark = _variables(DARK)
    colours = (
        f":root{{color-scheme:light dark;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )
    return colours + page + _RULES + _tone_rules() + _chart_rules()


def _variables(palette: Palette) -> str:
    """Return the colours as custom properties."""
    plain = (
        *("page", "ink", "muted", "rule", "heading", "panel", "quiet", "marking", "went", "came"),
        *("blue", "blue_tint"),
    )
    pairs = {name: getattr(palette, name) for name in plain}
    pairs["on-tone"] = palette.on_tone
    for tone, colour in palette.tones.items():
        pairs[f"tone-{tone.replace('_', '-')}"] = colour
    for tone, colour in palette.tints.items():
        pairs[f"tint-{tone.replace('_', '-')}"] = colour
    for urgency, (colour, behind) in palette.callouts.items():
        pairs[urgency.value] = colour
        pairs[f"{urgency}-behind"] = behind
    return "".join(f"--{name}:{colour};" for name, colour in pairs.items())


def _tone_rules() -> str:
    """Return the colour of each tone for badges, for the chosen step of a scale, and for bars."""
    rules = []
    for tone in LIGHT.tones:
        colour = f"var(--tone-{tone.replace('_', '-')})"
        if tone.value != "neutral":
            rules.append(f".badge.{tone}{{background:{colour};color:var(--on-tone)}}")
        tint = f"var(--tint-{tone.replace('_', '-')})"
        rules.append(f".badge.pale.{tone}{{background:{tint};color:var(--ink)}}")
        rules.append(f".chosen.{tone}{{background:{colour};color:var(--on-tone)}}")
        rules.append(f"rect.{tone}{{fill:{colour}}}")
    return "\n".join(rules) + "\n"


def _chart_rules() -> str:
    """Return the colours of the shapes of charts: what fills them, and what draws their edges."""
    rules = []
    for ink in COLOURS:
        colour = f"var(--{colour_name(ink)})"
        rules.append(f".chart .f-{ink}{{fill:{colour}}}.chart .s-{ink}{{stroke:{colour}}}")
    return "\n".join(rules) + "\n"
