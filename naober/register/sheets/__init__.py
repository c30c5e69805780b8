"""Lists from Excel: read, compared with the register, saved as one and taken back as one."""
