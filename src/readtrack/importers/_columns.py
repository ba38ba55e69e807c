"""Which fact of a paper stands in which column: what programs and people call them, in several languages.

Among them the exports of Scopus, Web of Science, IEEE Xplore, the ACM, Springer, PubMed, Lens, Dimensions, OpenAlex,
Publish or Perish, Paperpile, JabRef, Calibre and Notion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readtrack.errors import UnreadableError
from readtrack.importers._csv import bare, named

# Most telling first: a later name counts only where no earlier one is there, or that cell is empty.
_CALLED = {
    "title": """Title|Paper Title|Article Title|Document Title|Item Title|Full Title|Titel|Titre|Título|Titulo
        Titolo|Título do artigo|Название|书名|題名|标题|論文名|论文题目|题目|篇名|文献标题|文献標題|書名
        标题Title|タイトル|論文タイトル|제목|논문명|논문제목|display_name|TI|Paper Name|Paper|Article
        Name of Paper|Publication Name|Book Title|Book|Name|Bezeichnung""",
    "authors": """Author Full Names|Author Full Name|AF|Authors|Author|Author(s)|Author/s|All Authors|Autoren
        Autor|Autor(en)|AutorInnen|Autores|Auteurs|Auteur|Autori|Autore|Авторы|作者|作者名|著者|著者名|저자
        Writer|Written by|By|AU|authorships.author.display_name|Author Names|First Author|Primary Author
        Creator|Creators|Book Authors""",
    "year": """Year|Publication Year|Year Published|Pub Year|PubYear|Publish Year|Year of Publication
        Published Year|Jahr|Erscheinungsjahr|Année|Año|Ano|Anno|Год|年份|年|出版年|出版年份|发表年份|发表时间
        연도|발행연도|publication_year|PY|Original Publication Year|Publication Date|Pub Date|Date Published
        Published Date|Published|Issue Date|Online Date|Date|Datum|Fecha|pubdate|Release Date""",
    "venue": """Venue|Journal/Conference|Conference/Journal|Venue/Journal|Journal or Conference
        Publication Venue|Source Title|Source title|Publication Title|Journal Title|Journal|Journal/Book
        Conference|Conference Name|Conference Title|Proceedings|Proceedings Title|Booktitle|Container Title
        Full journal|Zeitschrift|Konferenz|Revue|Revista|Rivista|Журнал|来源出版物名称|來源出版物名稱|期刊
        期刊名称|会议|会议/期刊|发表期刊|出处|掲載誌|학술지|Published In|Where Published|Publication|Where|SO
        primary_location.source.display_name|Source|Publisher|Verlag|Éditeur|Editorial|Herausgeber""",
    "doi": "DOI|Item DOI|DOI Link|DOI URL|Digital Object Identifier|DI|doi_url|DOI/URL",
    "arxiv_id": "arXiv|arXiv ID|arXiv number|arXiv Link|arXiv URL|eprint|arXivId",
    "isbn": "ISBN|ISBN13|ISBN-13|ISBNs|ISBN/UID|ISBN10|BN|Print ISBN",
    "issn": "ISSN|eISSN|ISSNs|SN",
    "pmid": "PMID|PubMed ID|Pubmed|PM",
    "pmcid": "PMCID|PMC ID",
    "pdf": """PDF|PDF Link|PDF URL|Link to PDF|FullTextURL|Full Text Link|Open Access PDF|openAccessPdf
        primary_location.pdf_url""",
    "code": """Code|Code Link|Code URL|GitHub|GitHub Link|Github URL|Repository|Repo|Source Code|Implementation
        代码|Artifact""",
    "slides": "Slides|Slides Link|Presentation|Folien",
    "video": "Video|Video Link|Talk|YouTube",
    "page": "Project Page|Project|Homepage|Project URL|Project Website",
    "url": """URL|Link|Links|URLs|Paper URL|Paper Link|PaperURL|Link to Paper|URL Link|Web Link|Website
        Web page|Webpage|Address|ArticleURL|External URL|Source URL|Landing Page|Consensus Link|Enlace|Lien
        Collegamento|Adresse|Ссылка|連結|链接|鏈接|論文リンク|링크|Href|html_url|ID""",
    "abstract": """Abstract|Abstract Note|AB|Zusammenfassung|Kurzfassung|Résumé|Resumen|Resumo|Riassunto
        Аннотация|摘要|要旨|초록|Summary|Description|Beschreibung""",
    "started_on": """Started On|Date Started|Start Date|Started|Begun|Started Reading|Begonnen|Begonnen am
        Angefangen|Fecha de inicio|Début|开始日期|Reading Started""",
    "finished_on": """Finished On|Date Read|Date Finished|Finish Date|End Date|Finished|Read On|Read Date
        Completed|Completed On|Date Completed|Last Date Read|Gelesen am|Beendet|Beendet am|Fecha de lectura
        Date de lecture|阅读日期|读完日期|完成日期|読了日|Finished Reading""",
    "status": """Status|Read Status|Reading Status|Reading State|read_status|Read|Read?|Done|Done?|State
        Progress Status|Lesestatus|Gelesen|Gelesen?|Estado|Leído|Leido|Lu|Lu?|Letto|Lido|Stato|État|Статус
        Прочитано|状态|閱讀狀態|阅读状态|已读|是否已读|ステータス|읽음|상태|Exclusive Shelf|Shelf""",
    "rating": """Rating|My Rating|Your Rating|Star Rating|Stars|Personal Rating|Bewertung|Wertung|Calificación
        Puntuación|Note /5|Valutazione|Avaliação|评分|評価|평점|Оценка""",
    "progress": "Progress|Reading Progress|Pages Read|Fortschritt|进度",
    "priority": "Priority|Priorität|Prioridad|Priorité|Priorità|Prioridade|优先级|优先度|優先度|Приоритет",
    "due_on": "Due On|Due|Due Date|Deadline|Read By|Fällig|Fällig am|截止日期",
    "topic": """Topic|Category|Section|Area|Research Area|Field|Theme|Subject|Subfield|Sub-field|Main Topic
        Thema|Kategorie|Bereich|Tema|Categoría|Thème|Catégorie|Argomento|Categoria|Тема|主题|类别|分类|领域
        方向|カテゴリ|분야|Topics""",
    "type": """Type|Item Type|Document Type|Publication Type|Content Type|Entry Type|Paper Type
        BibliographyType|DT|Typ|Art|Tipo|文献类型|文獻類型|類型""",
    "tags": """Tags|Tag|Keywords|Keyword|Author Keywords|Labels|Label|Manual Tags|Automatic Tags|Bookshelves
        Labels filed in|Folders filed in|Schlagwörter|Schlagworte|Stichworte|Stichwörter|Palabras clave
        Etiquetas|Mots-clés|Mots clés|Étiquettes|Parole chiave|Palavras-chave|Ключевые слова|关键词|關鍵字
        作者關鍵字|作者关键词|关键字|标签|キーワード|タグ|키워드|태그|DE|Categories|Subjects|Category|Subfield
        Topics|Area|Research Area|Theme""",
    "notes": """Notes|Note|My Notes|Comments|Comment|My Comments|Remarks|Remark|Review|My Review|Private Notes
        Thoughts|Takeaway|Takeaways|Key Takeaways|Main Takeaway|TL;DR|TLDR|Key Points|Annotation|Annotations
        Notizen|Notiz|Kommentar|Kommentare|Anmerkungen|Anmerkung|Bemerkung|Bemerkungen|Notas|Comentarios
        Comentários|Commentaires|Commentaire|Remarques|Appunti|Заметки|备注|笔记|评论|メモ|コメント|메모
        Summary|Description""",
    "key": "Key|Citation Key|Cite Key|CiteKey|BibTeX Key|BibKey|Bib Key|Citekey|Zitierschlüssel|Identifier",
    "name": "Name|Short Name|Short Title|Nickname|Acronym|Alias|Abbreviation|Kurztitel|Abkürzung|简称|Method|Model",
    "added_at": """Added At|Date Added|Added|Added On|Added_on|Created|Created Time|Created At|Hinzugefügt am
        Timestamp|添加日期|添加时间""",
}
FACTS = tuple(_CALLED)
_NAMES = {
    fact: [bare(name) for line in names.split("\n") for name in line.split("|")] for fact, names in _CALLED.items()
}

# Of these one column is enough: what else has such a name may be another fact.
_ONE = ("title", "url", "abstract", "topic", "type", "status", "name", "key", "progress")


def columns_of(columns: Sequence[str], said: Mapping[str, str], where: str) -> dict[str, tuple[str, ...]]:
    """For each fact the columns, by their bare names, in which it stands, the most telling first.

    ``said``: fact -> column, as the user says; that goes first. ``where``: what to call the file.

    Raises:
        UnreadableError: a fact or a column in ``said`` does not exist, or there is no column of titles.
    """
    there = [name for name in map(bare, columns) if name]
    found: dict[str, tuple[str, ...]] = {
        _fact(fact, where): (_column(column, there, columns, where),) for fact, column in said.items()
    }
    taken = {name for names in found.values() for name in names}
    for fact, names in _NAMES.items():
        free = tuple(dict.fromkeys(name for name in names if name in there and name not in taken))
        if fact not in found and free:
            found[fact] = free[:1] if fact in _ONE else free
            taken.update(found[fact])
    if "title" not in found:
        raise UnreadableError(
            f"{where} has no column of titles; {named(columns)}. Say which it is, as in --map title=NAME."
        )
    return found


def titles() -> list[str]:
    """What a column of titles may be called, to find the header by."""
    return _NAMES["title"]


def _fact(fact: str, where: str) -> str:
    known = {bare(one): one for one in FACTS}
    for singular, plural in (("author", "authors"), ("tag", "tags"), ("note", "notes"), ("arxiv", "arxiv_id")):
        known[singular] = plural
    if bare(fact) not in known:
        raise UnreadableError(f'"{fact}" is no fact that a column of {where} can hold; there are {", ".join(FACTS)}.')
    return known[bare(fact)]


def _column(column: str, there: Sequence[str], columns: Sequence[str], where: str) -> str:
    if bare(column) not in there:
        raise UnreadableError(f'{where} has no column "{column}"; {named(columns)}.')
    return bare(column)
