"""What a case is at one moment: the file folded from its lines."""
