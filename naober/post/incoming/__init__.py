"""What comes in by mail: one door for raw bytes, the transports before it, reading and handling behind it."""
