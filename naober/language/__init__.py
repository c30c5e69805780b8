"""Dutch text: places, dates, themes. No Django here: the command line reads with it too."""
