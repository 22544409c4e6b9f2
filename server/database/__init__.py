"""The database itself: the embedded server, and the migrations."""
