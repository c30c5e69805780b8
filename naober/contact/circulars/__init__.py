"""Rondsturen: one text to all boards, to some, or to who follows a theme; with proof of who got it."""
