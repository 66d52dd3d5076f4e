"""Nouns: frozen dataclasses that import nothing of ours but each other."""
