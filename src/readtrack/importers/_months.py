"""The names of months, as lists of many languages have them, and what those are in English."""

from __future__ import annotations

import re

_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = """
    enero ene janeiro janvier janv januar jänner jän gennaio gen januari styczeń stycznia ocak
    января январь янв січня січень
    | febrero fevereiro fev février févr fév februar febbraio februari luty lutego şubat февраля февраль фев лютого лют
    | marzo março mars märz mär mrz maart mrt mart marca marzec марта март мар березня
    | abril abr avril avr aprile april kwietnia kwiecień nisan апреля апрель апр квітня
    | mayo maio mai maggio mag mei maja maj mayıs мая май травня
    | junio junho juin juni giugno giu czerwca czerwiec haziran июня июнь июн червня
    | julio julho juillet juil juli luglio lug lipca lipiec temmuz июля июль июл липня
    | agosto ago août august augusti augustus sierpnia sierpień ağustos августа август авг серпня
    | septiembre setiembre setembro set septembre september settembre sett wrzesień września eylül
    сентября сентябрь сент сен вересня
    | octubre outubro out octobre oktober okt ottobre ott października październik ekim октября октябрь окт жовтня
    | noviembre novembro novembre november listopada listopad kasım ноября ноябрь ноя нояб листопада
    | diciembre dic dezembro dez décembre déc dezember dicembre december grudnia grudzień aralık
    декабря декабрь дек грудня
"""
_IN_ENGLISH = {
    name: english for english, names in zip(_ENGLISH, _NAMES.split("|"), strict=True) for name in names.split()
}
"""Spanish, Portuguese, French, German, Italian, Dutch, Swedish, Polish, Turkish, Russian and Ukrainian."""

_WORDS = "|".join(sorted(map(re.escape, _IN_ENGLISH), key=len, reverse=True))
_NAMES_IN_ENGLISH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_NO_ACRONYM = rf"(?!(?-i:(?!{_NAMES_IN_ENGLISH.upper()}\b)[A-Z]{{2,5}}\b))"
"""What is in capitals and no month in English is rather what a meeting is called for short: "SET 2020", "MARS 2020"."""
OTHER_MONTH = rf"{_NO_ACRONYM}(?i:{_WORDS})\b"
MONTH = rf"(?:{_NO_ACRONYM}(?:{'|'.join(_ENGLISH)})[a-z]*|{OTHER_MONTH})"
"""A month; "set" and "mars" are words as well, so that only a day or a year beside it tells one."""
ENGLISH_MONTH = rf"{_NAMES_IN_ENGLISH}\b"
"""The whole name of a month or what is short for it, where "Mark" and "Decision" are none."""
MONTH_IN_CAPITALS = re.compile(rf"\b{_NAMES_IN_ENGLISH.upper()}(?= (?:1[89]|20)\d\d\b)")
ON_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[.,]"
"""A day of the week before a day, as arXiv says when a paper was submitted: "Thu, 11 Oct 1843"."""
_NTH = r"(?:st|nd|rd|th|er|[.ºª])?"
OF_MONTH = rf"\d{{1,2}}{_NTH}\s+(?:d[ei]\s)?"
"""A day, before its month: "22 ", "22. ", "1er ", "22 de "."""
OF_YEAR = r"\.?,?\s+(?:d(?:[eio]|el)\s)?"
"""What stands between a month and its year: ". ", ", ", " de "."""
_DATED = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}){_NTH}\s+(?:d[ei]\s)?)?(?P<month>(?:{_WORDS})\b){OF_YEAR}"
    r"(?P<year>\d{4})\b(?:\s?г(?:ода|\.)?|\s?р(?:оку|\.)?)?",
    re.IGNORECASE,
)


def in_english(text: str) -> str:
    """``text`` with its dates as English has them: "22 de enero de 2025" is "22 Jan 2025"."""
    return _DATED.sub(
        lambda date: " ".join(filter(None, (date["day"], _IN_ENGLISH[date["month"].lower()], date["year"]))), text
    )
