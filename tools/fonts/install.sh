#!/usr/bin/env bash
# Install open stand-ins for the licensed faces of GB/T 9704 (方正小标宋, 仿宋_GB2312, 楷体_GB2312, 黑体)
# for the current user, so that LibreOffice shows and CI measures pages as an office sees them.
# The fonts are never shipped with jianggao. Needs Debian or Ubuntu, no root.
#
#   tools/fonts/install.sh                                 fetch the package with apt-get download
#   tools/fonts/install.sh texlive-lang-chinese_….deb      use a package that is already here
#   tools/fonts/install.sh --remove                        take everything away again
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
fonts="${XDG_DATA_HOME:-$HOME/.local/share}/fonts/jianggao"
rules="${XDG_CONFIG_HOME:-$HOME/.config}/fontconfig/conf.d/60-jianggao-stand-ins.conf"
faces=(FandolFang-Regular FandolSong-Regular FandolSong-Bold FandolKai-Regular FandolHei-Regular)

if [[ "${1:-}" == "--remove" ]]; then
    rm -rf "$fonts" "$rules"
    fc-cache -f
    exit 0
fi

for tool in fc-cache fc-match dpkg-deb; do
    command -v "$tool" >/dev/null || { echo "缺少命令 $tool（apt 包：fontconfig、dpkg）" >&2; exit 2; }
done

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
package="${1:-}"
if [[ -z "$package" ]]; then
    (cd "$scratch" && apt-get download -qq texlive-lang-chinese)
    package="$(echo "$scratch"/texlive-lang-chinese_*.deb)"
fi
dpkg-deb -x "$package" "$scratch/unpacked"

mkdir -p "$fonts" "$(dirname "$rules")"
for face in "${faces[@]}"; do
    find "$scratch/unpacked" -name "$face.otf" -exec cp {} "$fonts/" \;
    [[ -s "$fonts/$face.otf" ]] || { echo "字体包里没有 $face.otf" >&2; exit 2; }
done
cp "$here/stand-ins.conf" "$rules"
fc-cache -f

status=0
while read -r name face; do
    found="$(fc-match -f '%{family[0]}' "$name")"
    printf '%-16s → %s\n' "$name" "$found"
    [[ "$found" == "$face" ]] || status=1
done <<'TABLE'
方正小标宋简体 FandolSong
仿宋_GB2312 FandolFang
楷体_GB2312 FandolKai
黑体 FandolHei
宋体 FandolSong
TABLE
[[ $status == 0 ]] || echo "有的字体没有换成替代字体：系统里装着同名字体，或者 fontconfig 的规则没有生效" >&2
exit $status
