"""Questions across files: the trail, cases, duties, counts."""
