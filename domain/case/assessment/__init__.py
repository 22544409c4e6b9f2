"""Is it true, how great is the danger, what does the child need."""
