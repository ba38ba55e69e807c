"""Text is read whatever program wrote it, and what is no text is told by its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtrack.errors import UnreadableError
from readtrack.importers._decode import decode

GERMAN = "Über Bäume, für Ärzte: “Größe” – 50 €"
CHINESE = "机器学习系统综述：从编译器到分布式训练的若干问题，以及相关的参考文献列表。这是一个测试。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_western_text_is_read(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), "a.bib") == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gbk", "gb18030"])
def test_chinese_text_is_read(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding), "a.bib") == CHINESE


def test_latin_1_is_read() -> None:
    assert decode("José Müller\n".encode("latin-1"), "a.bib") == "José Müller\n"


@pytest.mark.parametrize("damage", [b"\xc3", b"caf\xe9", b"\x93so\x94"])
def test_one_bad_byte_spoils_no_other_text(damage: bytes) -> None:
    text = decode("Größe über Übersicht ".encode() * 3 + damage, "a.bib")
    assert text.startswith("Größe über Übersicht Größe über Übersicht ")
    assert text.endswith(damage.decode("cp1252"))


def test_a_bad_byte_far_behind_is_seen() -> None:
    assert decode(CHINESE.encode() * 40_000 + b"\xff", "a.bib").startswith(CHINESE)


def test_every_line_end_is_a_line_feed() -> None:
    assert decode(b"a\r\nb\rc\n", "a.md") == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04", "a zip archive"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"SQLite format 3\0", "a SQLite database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Microsoft Office file"),
        (b"\x7fELF\x02", "a program"),
        (bytes(range(32)), "not text"),
    ],
)
def test_what_is_no_text_is_told_by_its_name(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=f"a.bib is {what}"):
        decode(data, "a.bib")


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        assert "\r" not in decode(data, "a")
    except UnreadableError as error:
        assert str(error).startswith("a is ")  # noqa: PT017  either answer is right
