"""Nobody is alone: who is away, who takes over, and who is asked when a queue waits too long."""
