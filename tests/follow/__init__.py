"""Specs of what follows the record."""
