"""The desk in the browser, and over REST under /api/v1."""
