"""Whatever is in a file, its reader gets problems in Chinese and never a traceback."""

import tempfile
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.brief import load_brief, yaml_tree
from drafter.brief.csv_table import read_csv
from drafter.brief.facts import read_facts
from drafter.brief.json_tree import parse_json
from drafter.brief.problems import Problems
from drafter.brief.tables import read_table
from drafter.brief.tree import Entry, Items, Mapping, Scalar
from drafter.errors import BriefError

HEAD = "文种: 工作部署\n主题: 安全生产\n地区: 临江市\n"
KEYS = [
    "文种",
    "主题",
    "地区",
    "数据",
    "部分",
    "要点",
    "值",
    "同比",
    "单位",
    "篇幅",
    "日期",
    "风格",
    "分点",
    "层级",
]
SIGNS = st.text(alphabet="文种主题:： -#[]{}\"'\n\t&*!|>%@,，{{}}甲1.5%\x00\u2028", max_size=60)


def told(action):
    """Run; an error must be ours, with a Chinese line for each problem."""
    problems = ()
    try:
        action()
    except BriefError as error:
        problems = error.problems
    for problem in problems:
        assert problem.code.startswith("B")
        assert any("\u4e00" <= sign <= "\u9fff" for sign in problem.message)


@given(SIGNS)
def test_any_yaml(text):
    told(lambda: yaml_tree.parse_yaml(HEAD + text, "提纲.yaml"))


@settings(max_examples=50)
@given(SIGNS)
def test_any_yaml_through_the_parser_in_python(text):
    """Where libyaml is not installed the other parser of PyYAML takes its place."""
    original, yaml_tree._LOADER = yaml_tree._LOADER, yaml.SafeLoader
    try:
        told(lambda: yaml_tree.parse_yaml(HEAD + text, "提纲.yaml"))
    finally:
        yaml_tree._LOADER = original


@given(SIGNS)
def test_any_json(text):
    told(lambda: parse_json('{"文种": ' + text, "提纲.json"))


@given(SIGNS)
def test_any_csv(text):
    def read():
        problems = Problems("表.csv")
        table = read_csv("名称,值,单位,同比\n" + text, "表.csv", problems)
        if table is not None:
            read_table(table, problems)
        problems.refuse()

    told(read)


SCALARS = st.builds(
    Scalar,
    st.sampled_from(["", "甲", "38起", "-12.5%", "2026-02-30", "{{ 甲 }}", "一要", "市", "表.csv"]),
    st.integers(1, 9),
    st.sampled_from(["text", "number", "bool", "null"]),
)


def nested(children):
    entries = st.builds(Entry, st.sampled_from(KEYS), st.integers(1, 9), children)
    return st.builds(Items, st.lists(children, max_size=3).map(tuple), st.integers(1, 9)) | st.builds(
        Mapping, st.lists(entries, max_size=4).map(tuple), st.integers(1, 9)
    )


NODES = st.recursive(SCALARS, nested, max_leaves=12)


@given(NODES)
def test_any_shape_of_data(node):
    def read():
        problems = Problems("提纲.yaml")
        read_facts(node, Path("/不存在"), problems)
        problems.refuse()

    told(read)


@settings(max_examples=60)
@given(st.lists(st.builds(Entry, st.sampled_from(KEYS), st.integers(1, 9), NODES), max_size=8))
def test_any_shape_of_a_brief(entries):
    root = Mapping(tuple(entries), 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "提纲.yaml"
        path.write_text(written(root), "utf-8")
        told(lambda: load_brief(path, ["工作部署"]))


def written(node):
    """The node in flow style, keys repeated as they come."""
    if isinstance(node, Scalar):
        return "" if node.kind == "null" else "true" if node.kind == "bool" else '"' + node.text + '"'
    if isinstance(node, Items):
        return "[" + ", ".join(written(item) or "~" for item in node.items) + "]"
    return "{" + ", ".join(f"{entry.key}: {written(entry.value)}" for entry in node.entries) + "}"
