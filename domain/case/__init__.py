"""Acts on a case's file."""
