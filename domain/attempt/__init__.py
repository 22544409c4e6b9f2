"""Acts on the file that keeps what somebody tried and was refused."""
