"""Acts on a report's file."""
