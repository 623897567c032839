"""Whether a file lies on a network drive, where SQLite's write-ahead log must not be used."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["on_network"]

#: File systems of other machines, as Linux names them in /proc/self/mountinfo (proc_pid_mountinfo(5)).
_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "davfs"}
)
_REMOTE_FUSE = frozenset({"fuse.sshfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs"})
#: GetDriveTypeW's answer for a drive of another machine (winbase.h).
_DRIVE_REMOTE = 4


def on_network(path: Path, *, mounts: Path = Path("/proc/self/mountinfo")) -> bool:
    """Whether a file is on a drive of another machine, as far as the system tells (Linux, Windows).

    Arguments:
        path: the file, absolute; it need not exist.
        mounts: Linux's list of what is mounted.
    """
    if sys.platform == "win32":
        return _on_windows_share(path)
    return _on_remote_mount(path, mounts)


def _on_remote_mount(path: Path, mounts: Path) -> bool:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    here = os.path.realpath(path)
    # The mount point that the path is deepest in; of two at one place the later one covers the earlier.
    kind, depth = "", -1
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = fields[4].replace("\\040", " ").replace("\\134", "\\")
        if (here == point or here.startswith(point.rstrip("/") + "/")) and len(point) >= depth:
            kind, depth = after.split(" ")[0], len(point)
    return kind in _REMOTE or kind in _REMOTE_FUSE


def _on_windows_share(path: Path) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # only Windows has it
    return bool(kernel.GetDriveTypeW(f"{path.drive}\\") == _DRIVE_REMOTE)
