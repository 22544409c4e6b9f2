"""Acts on the file in which the erasure of a person's data is decided."""
