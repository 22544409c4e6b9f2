"""Following the record: the projections, built and brought forward."""
