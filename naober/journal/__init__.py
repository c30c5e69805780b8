"""What happened: the one timeline, who may see which line of it, and who is told."""
