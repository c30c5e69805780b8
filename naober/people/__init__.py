"""Nouns only: places, associations, persons, seats, sign-ins; who acts and who may."""
