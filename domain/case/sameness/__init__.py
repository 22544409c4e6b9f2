"""Whether files tell of one child: proposed by the system, decided by people, told on both sides."""
