"""Pronunciations from the lexicon and letter-to-sound rules of flite (cmulex), stress dropped, `ax` read as `ah`."""

import ctypes
import functools

from .alphabet import PHONES

_SIMPLIFIED = {"ax": "ah", "el": "l", "axr": "er"}

# Words whose pronunciation in flite is wrong or depends on context.
_FIXED = {
    "i'm": "ay m", "i'd": "ay d", "i'll": "ay l", "i've": "ay v", "o'clock": "ah k l aa k", "won't": "w ow n t",
    "don't": "d ow n t", "can't": "k ae n t", "we've": "w iy v", "we're": "w iy r", "we'll": "w iy l", "we'd": "w iy d",
    "he's": "hh iy z", "she's": "sh iy z", "you've": "y uw v", "you're": "y uh r", "you'll": "y uw l",
    "they've": "dh ey v", "they're": "dh eh r", "they'll": "dh ey l", "it's": "ih t s", "that's": "dh ae t s",
    "what's": "w ah t s", "let's": "l eh t s", "isn't": "ih z ah n t", "doesn't": "d ah z ah n t",
    "didn't": "d ih d ah n t", "ain't": "ey n t", "aren't": "aa r n t", "he'll": "hh iy l", "she'll": "sh iy l",
    "he'd": "hh iy d", "it'll": "ih t ah l", "oh": "ow", "a": "ah", "i": "ay", "p": "p iy", "m": "eh m", "o": "ow",
    "the": "dh ah", "to": "t uw",
}

# Further pronunciations, used when decoding only.
_ALTERNATIVES = {
    "the": ["dh iy"], "a": ["ey"], "to": ["t ah"], "and": ["ah n d", "ae n d", "ah n"], "of": ["ah v"],
    "for": ["f er", "f ao r"], "you": ["y uw"], "your": ["y ao r", "y uh r", "y er"], "zero": ["z iy r ow", "z ih r ow"],
    "an": ["ah n", "ae n"], "or": ["er", "ao r"], "are": ["aa r", "er"], "was": ["w ah z", "w aa z"], "from": ["f r ah m"],
    "that": ["dh ah t", "dh ae t"], "have": ["hh ae v"], "with": ["w ih th", "w ih dh"], "at": ["ah t", "ae t"],
    "as": ["ah z", "ae z"], "been": ["b ih n"], "can": ["k ah n", "k ae n"], "because": ["b ih k ao z", "b ih k ah z"],
    "either": ["iy dh er", "ay dh er"], "them": ["dh ah m", "dh eh m"], "us": ["ah s"],
    "record": ["r ih k ao r d", "r eh k er d"], "read": ["r iy d", "r eh d"], "live": ["l ih v", "l ay v"],
    "route": ["r uw t", "r aw t"], "what": ["w ah t", "w aa t"], "on": ["aa n", "ao n"], "off": ["ao f", "aa f"],
    "our": ["aw er", "aa r"], "minutes": ["m ih n ah t s"], "i'm": ["ay m", "ah m"],
}

_PARTS_OF_SPEECH = ("n", "v", "j", "dt", "in", "to", "vbd", "nn")
_CONTRACTED = {"ll": ["l"], "ve": ["v"], "d": ["d"], "re": ["r"], "m": ["m"]}
_SIBILANTS = {"s", "z", "sh", "zh", "ch", "jh"}
_VOICELESS = {"p", "t", "k", "f", "th"}


@functools.cache
def _flite():
    for name in ("libflite.so.1", "libflite_cmulex.so.1", "libflite_usenglish.so.1"):
        ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
    flite, cmulex = ctypes.CDLL("libflite.so.1"), ctypes.CDLL("libflite_cmulex.so.1")
    flite.flite_init()
    cmulex.cmu_lex_init.restype = ctypes.c_void_p
    flite.lex_lookup.restype = ctypes.c_void_p
    flite.lex_lookup.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p]
    for name in ("val_car", "val_cdr"):
        getattr(flite, name).restype = ctypes.c_void_p
        getattr(flite, name).argtypes = [ctypes.c_void_p]
    flite.val_string.restype = ctypes.c_char_p
    flite.val_string.argtypes = [ctypes.c_void_p]
    flite.delete_val.argtypes = [ctypes.c_void_p]
    return flite, cmulex.cmu_lex_init()


def _look_up(word, part_of_speech=None):
    flite, lexicon = _flite()
    found = flite.lex_lookup(lexicon, word.encode(), part_of_speech.encode() if part_of_speech else None, None)
    phones, cell = [], found
    while cell:
        phone = flite.val_string(flite.val_car(cell)).decode().rstrip("0123456789")
        phone = _SIMPLIFIED.get(phone, phone)
        if phone in PHONES:
            phones.append(phone)
        cell = flite.val_cdr(cell)
    if found:
        flite.delete_val(found)
    return phones


@functools.lru_cache(maxsize=None)
def pronounce(word):
    """The one pronunciation used as a training target: a tuple of phones."""
    if word in _FIXED:
        return tuple(_FIXED[word].split())
    if "'" not in word:
        return tuple(_look_up(word))
    stem, ending = word.split("'", 1)
    if word.endswith("n't"):
        return tuple(_look_up(word[:-3]) + ["ah", "n", "t"])
    phones = _look_up(stem)
    if ending == "s":
        last = phones[-1] if phones else ""
        return tuple(phones + (["ah", "z"] if last in _SIBILANTS else ["s"] if last in _VOICELESS else ["z"]))
    return tuple(phones + _CONTRACTED.get(ending, _look_up(ending)))


def pronunciations(word):
    """All pronunciations for decoding, the training target first."""
    found = [" ".join(pronounce(word))]
    if "'" not in word:
        found += [" ".join(_look_up(word, part)) for part in _PARTS_OF_SPEECH]
    found += _ALTERNATIVES.get(word, [])
    return [text.split() for text in dict.fromkeys(found) if text]
