"""Writing and reading the record: handling commands, the mapper, the store and the keys."""
