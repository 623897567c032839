"""Mining speeches into a bank: which documents, read where, on how many machines."""
