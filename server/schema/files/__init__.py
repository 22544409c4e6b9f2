"""Files as clients see them: one view a kind, their story and what changed in it."""
