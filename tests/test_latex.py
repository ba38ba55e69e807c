"""LaTeX becomes the Unicode that it prints, and Unicode the LaTeX that prints it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readtrack.latex import from_text, to_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"M{\"u}ller, J\"{o}rg and K\"onig", "Müller, Jörg and König"),
        (r"Garc\'{\i}a Garc\'\i a Garc{\'i}a", "García García García"),
        (
            r"\v{C}apek {\c S}ahin Erd{\H o}s \k{a} \u{g} \.{I} \r{u} \=a \d{h} \^{\i}",
            "Čapek Şahin Erdős ą ğ İ ů ā ḥ î",
        ),
        (r"{\L}ukasz S{\o}ren \ss\ \AE sop {\aa} {\OE}uvre {\DH} {\th}", "Łukasz Søren ß Æsop å Œuvre Ð þ"),
        (r"{{GPU}} Clusters for {D}eep {L}earning", "GPU Clusters for Deep Learning"),
        (r"\emph{Deep} \textbf{learning} with \texttt{x_y}, \textsc{Foo}", "Deep learning with x_y, Foo"),
        (r"AT\&T, C\#, 100\%, \$5, a\_b, \{x\}", "AT&T, C#, 100%, $5, a_b, {x}"),
        (r"50% of cases & more", "50% of cases & more"),
        (r"pages 1--2---3, ``quoted''", "pages 1–2—3, “quoted”"),
        (r"$\alpha$-stable, $O(n^2)$, H$_2$O, $\lambda_{10}$, $2^{n}$", "α-stable, O(n²), H₂O, λ₁₀, 2ⁿ"),
        (r"CO$_{\textrm{2}}$, 5$^{\textrm{th}}$, $x^k$", "CO₂, 5th, x^k"),
        (r"$\mathcal{O}(\log n)$ \ensuremath{\geq} 1", "O(log n) ≥ 1"),
        (r"\href{https://a.b/c_d}{a label} \url{https://a.b/c_d%20e}", "a label https://a.b/c_d%20e"),
        (r"\url{https://a.b/~c?d\&e}, http://a.b/~c", "https://a.b/~c?d&e, http://a.b/~c"),
        (r"{\noopsort{1973a}}1973 The {\TeX}book by {\LaTeX}ers", "1973 The TeXbook by LaTeXers"),
        (r"a \unknowncommand{kept} b", "a kept b"),
        (r"\textasciitilde turing \textbackslash x \~{} \^{}", r"~turing \x ~ ^"),
        (r"{\textquoteright}s {\textendash} \ldots", "’s – …"),
        ("costs $5 and no more", "costs $5 and no more"),
        ("between $5 and $10, or \\$20", "between $5 and $10, or $20"),
        (r"$ \beta $ and $x$", " β and x"),
        (r"\enquote{On {\'E}mile}, \mkbibquote{x}", "“On Émile”, “x”"),
        (r"\textsuperscript{13}C, 19\textsuperscript{th}, CO\textsubscript{2}", "¹³C, 19th, CO₂"),
        (r"Donald~E. Knuth, a\nobreakspace{}b", "Donald E. Knuth, a\u00a0b"),
        (r"a\\b \, c", "a\nb   c"),
    ],
)
def test_it_is_printed_in_unicode(latex: str, text: str) -> None:
    assert to_text(latex) == text


@pytest.mark.parametrize(
    "broken", ["{", "}", "\\", "{{{", "\\'", "$", "$$$", "\\href{", "\\'{", "\\c", "a{b", "\\begin{"]
)
def test_what_is_unbalanced_is_no_error(broken: str) -> None:
    to_text(broken)


def test_text_without_commands_comes_back_as_it_is() -> None:
    assert to_text("Plain text, 50% - it's (mostly) fine") == "Plain text, 50% - it's (mostly) fine"


@given(
    st.text(
        st.sampled_from("aeiouAEIOU ßøłŁéüñçşğěÅ{}\\$&#_%~^`'\"-–—“”αβ中ı\u0301\u00a0") | st.characters(), max_size=30
    )
)
@example("–-")
@example("```")
@example("\\'{e}")
def test_what_is_written_prints_the_same_text(text: str) -> None:
    assert to_text(from_text(text)) == text


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Erdős & Łukasiewicz, 100%", r"Erd{\H{o}}s \& {\L}ukasiewicz, 100\%"),
        ("O(n²) ≥ α", r"O(n{\texttwosuperior}) {\ensuremath{\geq}} {\ensuremath{\alpha}}"),
        ("a--b {c", r"a-{}-b \textbraceleft{}c"),
        ("王小明 и Иван", "王小明 и Иван"),
    ],
)
def test_it_is_written_in_ascii_where_latex_has_a_command(text: str, latex: str) -> None:
    assert from_text(text) == latex


@given(st.text(st.sampled_from("aé{}\\$&#_%~^`'\"-–—“”β中\u00a0") | st.characters(), max_size=30))
def test_what_is_written_in_utf8_prints_the_same_text(text: str) -> None:
    assert to_text(from_text(text, utf8=True)) == text


@given(st.text(max_size=30))
def test_the_braces_that_are_written_are_balanced(text: str) -> None:
    depth = 0
    for character in from_text(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
