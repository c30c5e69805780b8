"""What people do to `people`: sign in, keep the register, read a village's page."""
