"""Pronunciations from flite's cmulex with its letter-to-sound rules, through the shared libraries (Debian's libflite1)."""

import ctypes
import re


class CmuLexicon:
    """Looks words up in the lexicon that flite's voice slt speaks with; stress digits are dropped.

    Words spoken alone by `flite -voice slt -ps` have the same phones, except abbreviations without vowels, which flite
    spells out.
    """

    def __init__(self) -> None:
        for library in ("libflite.so.1", "libflite_cmulex.so.1", "libflite_usenglish.so.1"):
            ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
        self.flite = ctypes.CDLL("libflite.so.1")
        cmulex = ctypes.CDLL("libflite_cmulex.so.1")
        self.flite.flite_init()
        cmulex.cmu_lex_init.restype = ctypes.c_void_p
        self.lexicon = cmulex.cmu_lex_init()
        self.flite.lex_lookup.restype = ctypes.c_void_p
        self.flite.lex_lookup.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p]
        for name in ("val_car", "val_cdr"):
            function = getattr(self.flite, name)
            function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
        self.flite.val_string.restype = ctypes.c_char_p
        self.flite.val_string.argtypes = [ctypes.c_void_p]
        self.flite.delete_val.argtypes = [ctypes.c_void_p]

    def phones(self, word: str) -> list[str]:
        value = self.flite.lex_lookup(self.lexicon, word.encode(), None, None)
        phones, cell = [], value
        while cell:
            phones.append(re.sub(r"\d", "", self.flite.val_string(self.flite.val_car(cell)).decode()))
            cell = self.flite.val_cdr(cell)
        if value:
            self.flite.delete_val(value)
        return phones
