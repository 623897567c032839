"""Mining: from the paragraphs of speeches to candidate phrases for a person to decide on."""

from phrasebank.mining.found import About, Found, Mined
from phrasebank.mining.passage import Document, Passage, Role

__all__ = ["About", "Document", "Found", "Mined", "Passage", "Role"]
