"""One module a schema, named after it; each says which one it follows."""
