"""Acts on a unit's file."""
