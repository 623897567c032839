"""A bank in files that other people edit: JSON Lines, CSV, Excel workbooks, TBX."""

from phrasebank.exchange_files.formats import Format, encode, format_of, read_bytes, read_file
from phrasebank.exchange_files.given import Given, Read

__all__ = ["Format", "Given", "Read", "encode", "format_of", "read_bytes", "read_file"]
