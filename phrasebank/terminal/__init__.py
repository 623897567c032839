"""What every command line of the project shares: Chinese help, Chinese errors, exit codes.

Both ``phrasebank`` and ``drafter`` build on it; it lives here because the phrase bank may not
import the drafter. The commands' classes are in :mod:`phrasebank.terminal.commands`, apart, so
that a program can be ready for Ctrl-C before the option parser is loaded.
"""

from phrasebank.terminal.run import BAD_INPUT, INTERNAL_ERROR, run

__all__ = ["BAD_INPUT", "INTERNAL_ERROR", "run"]
