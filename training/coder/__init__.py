"""Training of the learned coder; `python -m training.coder` does it all."""
