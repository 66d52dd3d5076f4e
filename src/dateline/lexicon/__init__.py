"""Data files, opened once, as cached look-ups."""
