"""jianggao's application: read speeches, draft them from a brief, write them as Word files."""

__version__ = "0.1.0"
