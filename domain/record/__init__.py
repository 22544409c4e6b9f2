"""What every file shares: acts, lines, folding, performing, refusing, the register, reading."""
