"""Klopt dit nog? Once a year everybody in a board sees what we keep of them and says whether it is right."""
