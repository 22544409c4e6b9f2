"""The offline GraphiQL page of the demo and its static files; nothing is loaded from anywhere else."""
