"""The rules, one file each: ``RULE`` is what the file is about."""
