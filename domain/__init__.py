"""The law and the work, pure: imports the standard library and itself only."""
