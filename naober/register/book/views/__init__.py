"""The pages of who is who, by what they are about."""
