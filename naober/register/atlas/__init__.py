"""Places and outlines of a municipality, taken in from a file: `naober import-places FILE`."""
