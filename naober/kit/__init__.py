"""Pieces that every area uses: dates, references, the guard, base templates. Knows no area."""
