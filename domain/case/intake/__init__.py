"""How a case begins: from a report, by more reports, and by putting right what was wrong."""
