# SPDX-License-Identifier: MPL-2.0
"""Find the cards of the insights, and what their tables say."""


def card(view, kind):
    """Return the card of a figure."""
    return view.page.cards.cards[kind]


def rows_of(view, kind):
    """Return the names and totals of the bars of a figure."""
    return [(row.name, row.total) for row in card(view, kind).figure.chart.rows]
