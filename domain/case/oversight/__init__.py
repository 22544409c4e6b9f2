"""Directions from above, and what is disclosed to others."""
