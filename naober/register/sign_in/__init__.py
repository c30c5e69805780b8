"""Signing in: the code by mail, who sits behind an address, which devices stay signed in."""
