"""Specs of the record: writing, keeping, reading, who may do what, what lies in clear."""
