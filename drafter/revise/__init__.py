"""A draft after it was written: where it comes from, other wordings, changed figures carried through."""
