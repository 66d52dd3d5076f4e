"""What becomes of people's decisions on claims: what stands, what is right, how far reviewers agree, gold from it."""
