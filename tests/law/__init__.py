"""What the law's clocks must do, checked against counts made in other ways."""
