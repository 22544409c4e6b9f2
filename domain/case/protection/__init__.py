"""What protects the child at once: urgent measures, separation, court, no contact."""
