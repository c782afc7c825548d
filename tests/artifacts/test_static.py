"""The static forms: complete, escaped, and bounded."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from jupyterlab_tfx.artifacts import Table, make_document, static_html, static_text, unknown_artifact
from jupyterlab_tfx.artifacts.static import MAX_HTML, MAX_TEXT, cell_text, size_text
from jupyterlab_tfx.protocol import Record

from .memory_files import MemoryFiles

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><iframe>",
    "\x1b[31mred\x1b]0;title\x07",
    "\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    "a\nb\rc\0d",
    "x" * 10_000,
]


def document(text: str) -> Record:
    """Return a document that has a text in every place."""
    artifact = {
        **unknown_artifact(f"/{text}", f"Type{text}", text),
        "id": 3,
        "state": "published",
        "splits": [text],
        "properties": {text: text, "span": 4},
        "customProperties": {f"c{text}": text},
    }
    return make_document(artifact, MemoryFiles({f"{text}/a": b"abc"}))


class Tags(HTMLParser):
    """Collects tags and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"style"}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("text", ["plain", *HOSTILE])
def test_hostile_text_is_text(text: str) -> None:
    made = document(text)
    for shown in (static_text(made), static_html(made)):
        assert len(shown) < 10_000
        assert all(c.isprintable() or c == "\n" for c in shown)
    assert static_text(made).count("\n") == len(list(static_text(made).split("\n"))) - 1 == 8
    parser = Tags()
    parser.feed(static_html(made))
    assert parser.tags == {"p", "b", "table", "tbody", "tr", "th", "td"}


def test_all_is_said() -> None:
    expected = [
        "Typeplain plain",
        "  id: 3",
        "  state: published",
        "  uri: /plain",
        "  splits: plain",
        "  plain: plain",
        "  span: 4",
        "  cplain: plain",
        "  plain/a: 3 B",
    ]
    made = document("plain")
    assert static_text(made).split("\n") == expected
    parser = Tags()
    parser.feed(static_html(made))
    words = [word for line in expected[1:] for word in line.strip().split(": ")]
    assert parser.text == [expected[0], *words]


def test_much_is_counted() -> None:
    artifact = {**unknown_artifact("/a", "Mine"), "properties": {f"p{i}": i for i in range(30)}}
    text = static_text(make_document(artifact, MemoryFiles({f"{i}": b"" for i in range(700)})))
    assert "10 more properties" in text
    assert "680 more files" in text


def test_problem_is_said() -> None:
    made = make_document(unknown_artifact("/a", "Schema"), MemoryFiles({}))
    assert made["problem"] in static_text(made)
    assert made["problem"] in static_html(made)


def test_tables_come_first() -> None:
    tables = [Table("train", ("Feature", "Mean"), [("mass", 1 / 3), ("island", None)], more=5)]
    lines = static_text(document("plain"), tables).split("\n")
    assert lines[1:6] == [
        "  train",
        "    Feature  Mean",
        "    mass     0.333333",
        "    island",
        "    … and 5 more",
    ]
    page = static_html(document("plain"), tables)
    assert page.index("0.333333") < page.index("and 5 more") < page.index("/plain")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_tables(text: str) -> None:
    tables = [Table(text, (text, text), [(text, text)] * 300)] * 3
    made = document("plain")
    parser = Tags()
    parser.feed(static_html(made, tables))
    assert parser.tags == {"p", "b", "table", "caption", "thead", "tbody", "tr", "th", "td"}
    for shown, most in ((static_html(made, tables), MAX_HTML), (static_text(made, tables), MAX_TEXT + 4)):
        assert len(shown) <= most
        assert all(c.isprintable() or c == "\n" for c in shown)


def test_what_has_no_room_is_counted() -> None:
    wide = Table("wide", ("a",) * 10, [("<" * 400,) * 10] * 90)
    page = static_html(document("plain"), [wide, wide, Table("last", ("a",), [("b",)])])
    assert MAX_HTML // 2 < len(page) <= MAX_HTML
    assert page.count("&lt;" * 400) // 10 < 10
    assert "more</td>" in page
    assert "/plain" in page


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0.1, "0.1"),
        (1e-30, "1e-30"),
        (float("nan"), "NaN"),
        (float("-inf"), "-Infinity"),
        (2**70, str(2**70)),
        ("a\nb", "a\\nb"),
    ],
)
def test_cells(value: str | float | None, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (999_499, "999.5 kB"),
        (999_999, "1.0 MB"),
        (5_000_000_000, "5.0 GB"),
        (3 * 10**15, "3000.0 TB"),
    ],
)
def test_sizes(size: int, text: str) -> None:
    assert size_text(size) == text
