"""What the learned coder is made from, and how. No part of the package that is installed."""
