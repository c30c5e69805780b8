"""What a session of a signed-in browser remembers, by name."""

OWN_DEVICE = "own_device"
"""True when its owner said so: it then stays signed in for `NAOBER_TRUST_DEVICE`."""

DEVICE = "device"
"""What kind of device it is, in words that fit on one line of a list."""

SINCE = "since"
"""The day on which it signed in, as an ISO day."""
