"""The read side: one module per question it answers, rebuilt from the log at any time."""
