"""Figures of speed, each printed by one command and measured against a floor in the same run."""
