"""Specs of the whole: processes, demo, layout, what must agree."""
