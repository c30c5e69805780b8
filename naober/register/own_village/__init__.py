"""Mijn dorp: what a board keeps itself about its own village, and what it does with what stands there."""
