"""Acts on an office's file."""
