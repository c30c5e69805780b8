"""The public home page: what goes on, in which villages."""
