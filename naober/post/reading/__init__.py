"""Reading a mail: what kind it is, who says what, and whether a machine may answer. No Django, no network,
no clock, no database; the same code serves the command line and the intake."""
