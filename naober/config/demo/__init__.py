"""The demo: real places, invented people, made through actions only (design, 8)."""
