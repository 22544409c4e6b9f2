"""The plan of support and intervention, its items, visits and reviews."""
