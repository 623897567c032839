"""Why the operating system refused, in Chinese; its own words are in the system's language."""

from __future__ import annotations

import errno

__all__ = ["os_reason"]

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EEXIST: "已经存在",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EROFS: "所在磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EINVAL: "文件名或路径不合规则",
    errno.ELOOP: "链接绕成了圈",
    errno.EBUSY: "文件正被别的程序使用",
    errno.ETXTBSY: "文件正被别的程序使用",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENXIO: "不是普通文件，是管道或设备",
    errno.EFBIG: "文件太大",
    errno.EIO: "磁盘读写出错",
}


def os_reason(error: OSError | ValueError) -> str:
    """A few words on what stood in the way.

    Arguments:
        error: what a file operation raised; ValueError is a null character in the name.
    """
    if isinstance(error, ValueError):
        return "文件名里有不能用的字符"
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
