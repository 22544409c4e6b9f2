"""Meeting the child: what acts tell of it, visits that met nobody, and the search for a child."""
