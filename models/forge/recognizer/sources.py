"""English sentences from what Debian packages install: reading them, and cleaning them to plain lower-case words."""

import glob
import gzip
import html
import pathlib
import re
import subprocess

_WORD_LIST = "/usr/share/dict/american-english"


def word_list():
    """All words of `wamerican` made of letters, with at most one apostrophe, lower case."""
    words = set()
    for line in pathlib.Path(_WORD_LIST).read_text(encoding="utf-8").splitlines():
        word = line.lower()
        if re.fullmatch(r"[a-z]+('[a-z]+)?", word) and (len(word) > 1 or word in "ai") and not line.isupper():
            words.add(word)
    return words | {"i", "a", "oh", "okay", "i'm", "i've", "i'll", "i'd"}


def _read(path):
    opener = gzip.open if path.endswith((".gz", ".dz")) else open
    try:
        with opener(path, "rt", encoding="utf-8", errors="ignore") as file:
            return file.read()
    except (OSError, EOFError):
        return ""


def _fortunes():
    for path in sorted(glob.glob("/usr/share/games/fortunes/*")):
        if not path.endswith((".dat", ".u8")) and "ascii-art" not in path:
            yield re.sub(r"\n%\n", ". ", _read(path))


def _documentation():
    manuals = sorted(glob.glob("/usr/share/man/man[1578]/*.gz"))[::12][:1500]
    for path in manuals:
        lines = (line for line in _read(path).split("\n") if line and line[0] not in ".'" and "\\" not in line)
        yield "\n".join(lines)
    for path in sorted(glob.glob("/usr/share/perl/5.*/pod/*.pod") + glob.glob("/usr/share/common-licenses/*")):
        yield _read(path)
    for path in sorted(glob.glob("/usr/share/doc/debian/FAQ/*.en.html") + ["/usr/share/doc/jargon-text/jargon.txt.gz",
                                                                          "/usr/share/dictd/devil.dict.dz"]):
        yield _blocks_as_clauses(_read(path))


def _blocks_as_clauses(page):
    """HTML with its blocks turned into clauses. Inline tags stay, set off by a space: as unknown words they end a run."""
    page = re.sub(r"(?s)<(script|style|pre).*?</\1>", " ", page)
    if "<html" in page[:2000].lower():
        page = html.unescape(re.sub(r"<(/?(p|h\d|li|br|div|td|dt|dd)\b)[^>]*>", ". ", page).replace("\n", " "))
    return page.replace("<", " <")


def _without_tags(text):
    return re.sub(r"<[^>]{0,200}>", "", text)


def _essays():
    for path in sorted(glob.glob("/usr/share/doc/anarchism/html/*.html")):
        yield _without_tags(_blocks_as_clauses(_read(path)))


def _dictionary():
    for part in ("noun", "verb", "adj", "adv"):
        for line in _read(f"/usr/share/wordnet/data.{part}").split("\n"):
            if " | " in line:
                yield line.split(" | ", 1)[1].replace('"', ". ") + ". "


def _bible():
    run = subprocess.run(["bible", "gen1:1-rev22:21"], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
    yield re.sub(r"^\s*\S*\d+:?\d*\s", ". ", run.stdout, flags=re.M)


SOURCES = {"fortunes": _fortunes, "documentation": _documentation, "essays": _essays, "dictionary": _dictionary,
           "bible": _bible}


def _clauses(text):
    text = re.sub(".\b", "", text).replace("\u2019", "'").replace("\u2010\n", "").replace("-\n", "")
    text = re.sub(r"\s+", " ", text)
    for clause in re.split(r'(?<=[.!?;:])\s+|\s--+\s|"|\u201c|\u201d', text):
        words = re.sub(r'[,.!?;:()"]', " ", clause).replace(" -", " ").replace("- ", " ")
        yield re.sub(r"(?<=[a-z])-(?=[a-z])", " ", words).lower().split()


def sentences(name, known):
    """The distinct runs of at least three known words within the clauses of one source, sorted."""
    found = set()
    for text in SOURCES[name]():
        for words in _clauses(text):
            run = []
            for word in words + [""]:
                if word in known:
                    run.append(word)
                else:
                    if 3 <= len(run) <= 60:
                        found.add(" ".join(run))
                    run = []
    return sorted(found)
