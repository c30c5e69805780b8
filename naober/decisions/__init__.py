"""What the municipality decides: sittings, items, and which villages they concern."""
