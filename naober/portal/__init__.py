"""The workplace of the umbrella's board and its officer."""
