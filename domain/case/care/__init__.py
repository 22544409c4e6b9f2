"""Alternative care."""
