"""Specs of the API, through real requests."""
