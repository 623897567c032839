"""Engines: the same pure function over many documents, here or on many machines."""
