"""The drawings of the look: small line icons and the mark of three sand roads.

An icon stands as a whole inside the page instead of in a sprite: a page carries only what it shows, and a
fragment that replaces a part of a page never misses a symbol.
"""

# Every icon is drawn on a field of 24 by 24; the names are the Dutch words that stand beside them.
ICONS = {
    "anders": '<path d="M5 5h14v14H5Z" fill="currentColor"/>',
    "bezig": '<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16Z" fill="currentColor"/>',
    "brief": '<path d="M3 6h18v13H3ZM3.5 6.5 12 13l8.5-6.5"/>',
    "deur": '<path d="M4 20.5h16M6.5 20.5V4h11v16.5M13.8 12.2v.3"/>',
    "een-idee": (
        '<path d="M12 20V8M12 8c0-3 2.5-5 6-5 0 3.5-2.5 5-6 5ZM12 13c0-3-2.5-5-6-5 0 3.5 2.5 5 6 5Z"/>'
    ),
    "er-is-iets-mis": '<path d="M12 3.5 21.5 20h-19ZM12 10v4.5M12 17.3v.2"/>',
    "ja": '<path d="m4.5 12.5 5 5L19.5 7"/>',
    "klaar": (
        '<circle cx="12" cy="12" r="8" fill="currentColor"/>'
        '<path d="m8.3 12.3 2.6 2.6 4.8-5.2" stroke="#fff"/>'
    ),
    "klok": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "let-op": '<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.5v.2"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "nee": '<path d="m6 6 12 12M18 6 6 18"/>',
    "open": '<circle cx="12" cy="12" r="8"/>',
    "telefoon": (
        '<path d="M5 4h4l1.5 5-2.5 1.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6'
        ' 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4Z"/>'
    ),
    "terug": '<path d="M4 9h10.5a5.5 5.5 0 0 1 0 11H8M4 9l5-5M4 9l5 5"/>',
    "uitleg": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5v.2"/>',
    "wacht": '<path d="M5 9a9.5 9.5 0 0 1 14 0M8 12.5a5.5 5.5 0 0 1 8 0M12 17v.2M4 20 20 4"/>',
}

# Sand roads that meet at a three-cornered brink with one light on it.
BRAND_MARK = (
    '<path fill="#143a50"'
    ' d="M26 1.5C40 .8 50 11 50.5 25 51 40 41 50.3 27 50.5 12 51 1.8 41 1.5 27 1 12 12 2.2 26 1.5Z"/>'
    '<path fill="none" stroke="#d3bd8f" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"'
    ' d="M24 15.5 37.5 32 15 35.5ZM24 15.5 21 3M37.5 32 49.5 33'
    'M15 35.5 4.5 38M15 35.5 18 48.5M24 15.5 43 9M37.5 32 38.5 47"/>'
    '<path fill="#f8c64a" d="m24.3 22.5 6 7.3-10 1.6Z"/>'
)
