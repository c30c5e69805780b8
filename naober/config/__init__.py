"""Wires the areas together: settings, addresses, the command line and the demo."""
