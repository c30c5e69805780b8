"""A second lock on the door, beside the code by mail: a passkey, an app with codes, or a printed card."""
