"""What the law asks and by when: duties, their terms, the working calendar and the regimes by date."""
