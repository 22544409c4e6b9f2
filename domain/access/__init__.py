"""Acts on the file that tells who read what is personal in another file."""
