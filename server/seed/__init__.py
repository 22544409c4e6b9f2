"""What the record starts from: the real units, invented people, and a year of their work."""
