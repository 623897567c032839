"""Curation: what people do with the phrases of a bank, every step of it a recorded decision."""
