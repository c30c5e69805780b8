"""Wie is wie: the boards, who sits in them and until when, and who sees what of a person."""
