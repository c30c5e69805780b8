"""Django's PostgreSQL back end with the guard, for an umbrella that outgrew one SQLite file."""
