"""What every part of the schema uses: ids, scalars, labels, paging, visibility."""
