"""What we keep of a person: what they agreed to, how long, and how it goes away."""
