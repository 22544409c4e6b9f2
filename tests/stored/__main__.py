"""Writes the stored samples that are missing."""

from tests.stored import write_missing

for name in write_missing():
    print(name)
