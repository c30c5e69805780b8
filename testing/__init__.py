"""What tests, demo and measurements build on: a small house with a fixed cast."""
