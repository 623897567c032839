"""What went wrong in a template, as one coded Chinese line with its file and line."""

from __future__ import annotations

import re
import traceback

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from drafter.compose.limits import TooMuchError
from drafter.errors import Problem

__all__ = ["RENDERING_ERRORS", "template_problem"]

#: What an expression of a template can raise, besides Jinja's own errors.
RENDERING_ERRORS = (
    TypeError,
    ValueError,
    AttributeError,
    ArithmeticError,
    LookupError,
    RecursionError,
    MemoryError,
    # Of the Python that Jinja makes of a template: brackets nested too deep for the compiler.
    SyntaxError,
)
_QUOTED = re.compile(r"'([^'\s]+)'")


def template_problem(error: Exception, name: str) -> Problem:
    """A template's error as a problem: T003 of its syntax, T004 of what it asks for.

    Arguments:
        error: Jinja's, or one of ``RENDERING_ERRORS``.
        name: the template that was asked for, where the error does not name another.
    """
    if isinstance(error, TemplateSyntaxError):
        mend = "请检查 {{ }} 和 {% %}"
        return Problem("T003", f"模板写法有误：{error.message}", error.name or name, error.lineno, mend=mend)
    file, line = _place(error, name)
    message, mend = _reason(error)
    return Problem("T004", message, file, line, mend=mend)


def _reason(error: Exception) -> tuple[str, str]:
    """What is wrong and how to mend it."""
    text = error.message or "" if isinstance(error, TemplateError) else str(error)
    quoted = _QUOTED.findall(text)
    if isinstance(error, TooMuchError):
        return f"模板做得太多：{text}", "请检查循环、重复和宽度"
    if isinstance(error, SecurityError):
        return f"模板用到了不许用的东西：{quoted[0] if quoted else text}", "模板只能用所给的名称和函数"
    if isinstance(error, UndefinedError):
        return f"模板用到了没有的东西：{quoted[-1] if quoted else text}", "请检查名称"
    if isinstance(error, TemplateNotFound):
        return f"找不到模板：{error.name}", "只能引用 templates 文件夹里的模板"
    if isinstance(error, SyntaxError):
        return "模板里的表达式套得太深", "请拆成几步，用 {% set %} 存下中间结果"
    if isinstance(error, RecursionError):
        return "模板自己套自己，没有尽头", "请检查宏和引用"
    return f"模板运行不下去：{text}", "请检查模板里的写法"


def _place(error: Exception, name: str) -> tuple[str, int | None]:
    """The innermost template on the way to the error, and its line: Jinja puts both into the traceback."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = frame.filename.replace("\\", "/")
        if file == name or file.endswith(f"/{name}"):
            return name, frame.lineno
        if file.endswith(".j2"):
            return "/".join(file.split("/")[-2:]), frame.lineno
    return name, None
