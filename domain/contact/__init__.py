"""What a body was told or saw of a child without calling it a report."""
