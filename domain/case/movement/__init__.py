"""How a case changes hands, rests, ends and begins again."""
