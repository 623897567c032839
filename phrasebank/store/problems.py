"""What can be wrong with a bank, coded, in Chinese."""

from __future__ import annotations

import re

from phrasebank.errors import CodedError, Problem

__all__ = [
    "BankError",
    "ConflictError",
    "cannot_open",
    "database_problem",
    "no_such_phrase",
    "several_phrases",
]


class BankError(CodedError):
    """A bank that cannot be opened, read or written (codes K0…)."""


class ConflictError(BankError):
    """Somebody else decided on the same phrase in between (K010); nothing was changed."""


def no_such_phrase(given: str) -> BankError:
    """K008: no phrase has this id."""
    return BankError(
        Problem("K008", "没有这个词条", key=given, mend="id 可以从 drafter bank list 抄来，写前几位即可")
    )


def several_phrases(given: str) -> BankError:
    """K008: several phrases' ids begin so."""
    return BankError(Problem("K008", "有几个词条的 id 都这样开头", key=given, mend="请多写几位"))


def cannot_open(address: str, code: str, message: str, mend: str = "") -> BankError:
    """A bank that cannot be opened, and why."""
    return BankError(Problem(code, message, address, mend=mend))


_BUSY = ("K006", "语料库正被别的程序占用", "请等它做完，或关闭它再试")
_NOT_TO_WRITE = ("K009", "语料库不能写", "请检查文件和文件夹的权限")
_FULL = ("K007", "磁盘满了，这一步没有写入", "请腾出空间再试")
_BROKEN = ("K007", "库文件已损坏", "请换用备份")
_NO_FILE = ("K004", "打不开库文件", "请检查文件名、权限和文件夹")
_NO_SERVER = ("K007", "连不上数据库服务器", "请检查地址、用户、密码和网络")
_NO_DATABASE = ("K001", "服务器上没有这个数据库", "请先用 createdb 建好")

# Both lists: the first entry that the error's own code begins with.
_SQLITE = (
    ("SQLITE_BUSY", _BUSY),
    ("SQLITE_LOCKED", _BUSY),
    ("SQLITE_READONLY", _NOT_TO_WRITE),
    ("SQLITE_PERM", _NOT_TO_WRITE),
    ("SQLITE_FULL", _FULL),
    ("SQLITE_IOERR", ("K007", "磁盘读写出错，这一步没有写入", "请检查磁盘空间和网络盘")),
    ("SQLITE_CORRUPT", _BROKEN),
    ("SQLITE_NOTADB", _BROKEN),
    ("SQLITE_CANTOPEN", _NO_FILE),
)
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRES = (
    ("55P03", _BUSY),
    ("40P01", _BUSY),
    ("25006", _NOT_TO_WRITE),
    ("42501", _NOT_TO_WRITE),
    ("53100", _FULL),
    ("3D000", _NO_DATABASE),
    ("08", _NO_SERVER),
    ("28", _NO_SERVER),
    ("57P", _NO_SERVER),
)
_MISSING = re.compile(r'database ".*" does not exist')


def database_problem(address: str, error: BaseException) -> Problem:
    """What a database driver says, in Chinese.

    Arguments:
        address: of the bank.
        error: of sqlite3 or psycopg; each carries its database's own code.
    """
    reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
    name = getattr(error, "sqlite_errorname", None)
    state = getattr(error, "sqlstate", None)
    table, own = (_SQLITE, name) if name else (_POSTGRES, state or "")
    for begins, (code, message, mend) in table:
        if own.startswith(begins):
            return Problem(code, message, address, mend=mend)
    if type(error).__name__ == "OperationalError" and not name and not state:
        # psycopg has no code for what fails before there is a connection.
        code, message, mend = _NO_DATABASE if _MISSING.search(str(error)) else _NO_SERVER
        return Problem(code, f"{message}：{reason}", address, mend=mend)
    return Problem("K007", f"数据库出错：{reason}", address)
