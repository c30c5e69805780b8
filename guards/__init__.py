"""Guards of the house: what no type checker and no test of one area can see.

Each guard is a module with one function `complaints()`, which reads the tree that it is called in
and returns a sentence per breach. `python -m guards` runs all of them; `guards/tests` plants every
breach in a copy of the tree and sees it reported.
"""
