"""Every bad brief of golden/ against the exact lines that its writer sees (name and .txt)."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from drafter.brief import load_brief, yaml_tree
from drafter.errors import BriefError

GOLDEN = Path(__file__).with_name("golden")
BAD = sorted(path.name for path in GOLDEN.iterdir() if path.suffix in (".yaml", ".json"))
KINDS = ["工作部署", "专题培训"]


@pytest.mark.parametrize("name", BAD)
def test_every_problem_is_told(name, monkeypatch):
    monkeypatch.chdir(GOLDEN)
    with pytest.raises(BriefError) as caught:
        load_brief(Path(name), KINDS)
    expected = (GOLDEN / f"{name}.txt").read_text("utf-8")
    assert str(caught.value).splitlines() == expected.splitlines()


SYNTAX = ["braces", "bracket", "colon", "control", "fullwidth", "indent", "nospace", "quote", "tab", "tag"]


@pytest.mark.parametrize("name", SYNTAX)
def test_the_parser_in_python_is_told_the_same(name, monkeypatch):
    """Where libyaml is not installed PyYAML's own parser speaks otherwise; the writer reads the same."""
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
    test_every_problem_is_told(f"{name}.yaml", monkeypatch)


def test_there_are_golden_files():
    assert len(BAD) > 20


def load(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "提纲.yaml"
    path.write_bytes(text.encode(encoding))
    return load_brief(path)


def codes(tmp_path, text):
    with pytest.raises(BriefError) as caught:
        load(tmp_path, text)
    return [problem.code for problem in caught.value.problems]


HEAD = "文种: 工作部署\n主题: 安全生产\n地区: 临江市\n"


def test_a_billion_laughs_end_early(tmp_path):
    names = "abcdefghij"
    rows = [f"{names[0]}: &{names[0]} [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in pairwise(names)]
    assert codes(tmp_path, "\n".join(rows)) == ["B007"]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000])
def test_deep_nesting_is_refused(tmp_path, text):
    assert codes(tmp_path, text) == ["B007"]


def test_deep_nesting_in_json_is_refused(tmp_path):
    path = tmp_path / "提纲.json"
    path.write_text("[" * 100_000, "utf-8")
    with pytest.raises(BriefError, match="套得太深"):
        load_brief(path)


def test_an_alias_may_be_used(tmp_path):
    brief = load(tmp_path, HEAD + "前序: &prior [听取了汇报]\n依据: *prior\n")
    assert brief.basis == brief.prior == ("听取了汇报",)


def test_an_alias_of_itself_is_refused(tmp_path):
    assert codes(tmp_path, "前序: &prior [*prior]") == ["B005"]


def test_a_file_too_large(tmp_path):
    assert codes(tmp_path, HEAD + "#" * 3_000_000) == ["B002"]


@pytest.mark.parametrize("name", ["没有.yaml", "."])
def test_what_is_no_file(tmp_path, name):
    with pytest.raises(BriefError, match="B001"):
        load_brief(tmp_path / name)


def test_nothing_is_run_from_a_template(tmp_path):
    assert codes(tmp_path, HEAD + "结尾: '{% for x in range(9) %}a{% endfor %}'") == ["B025"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path, encoding):
    assert load(tmp_path, HEAD, encoding).topic == "安全生产"


def test_windows_line_ends(tmp_path):
    assert load(tmp_path, HEAD.replace("\n", "\r\n")).place.name == "临江市"


def test_any_kind_is_taken_where_none_are_known(tmp_path):
    assert load(tmp_path, "文种: 动员令\n主题: 防汛\n地区: 临江市\n").kind == "动员令"
