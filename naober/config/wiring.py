"""The list of areas, highest first, and nothing else. An area imports only areas below it; names on one
line of the list do not see each other. Settings, addresses, guards and checks all read this list."""

LAYERS: tuple[tuple[str, ...], ...] = (
    ("website", "portal"),
    ("decisions",),
    ("contact",),
    ("register",),
    ("journal",),
    ("post",),
    ("people",),
)
"""The areas that have models, pages or jobs. `language` and `kit`, below them, know no area."""

AREAS: tuple[str, ...] = tuple(name for layer in LAYERS for name in layer)

MACHINE_ROOM: frozenset[str] = frozenset({"journal", "post"})
"""Areas whose own bookkeeping is no action."""

GUARDED_AREAS: tuple[str, ...] = tuple(name for name in AREAS if name not in MACHINE_ROOM)
"""Areas whose tables only an action may write."""
