"""The two output alphabets of the network. The blank is the last index of each."""

WORD_BOUNDARY = "|"
BLANK = "<blank>"

PHONES = [WORD_BOUNDARY] + (
    "aa ae ah ao aw ay b ch d dh eh er ey f g hh ih iy jh k l m n ng ow oy p r s sh t th uh uw v w y z zh"
).split() + [BLANK]
CHARACTERS = [WORD_BOUNDARY] + list("abcdefghijklmnopqrstuvwxyz'") + [BLANK]

PHONE_INDEX = {symbol: index for index, symbol in enumerate(PHONES)}
CHARACTER_INDEX = {symbol: index for index, symbol in enumerate(CHARACTERS)}


def encode_characters(text):
    """Lower-case words separated by single spaces -> character indices."""
    return [CHARACTER_INDEX[WORD_BOUNDARY if letter == " " else letter] for letter in text]


def encode_phones(text, pronounce):
    """Words -> phone indices with a word boundary between words; `pronounce` maps a word to phones."""
    indices = []
    for word in text.split():
        if indices:
            indices.append(PHONE_INDEX[WORD_BOUNDARY])
        indices.extend(PHONE_INDEX[phone] for phone in pronounce(word))
    return indices


def greedy(scores, symbols):
    """Best path of one utterance: scores [frames, symbols] -> list of symbols without blanks and repeats."""
    path, previous = [], -1
    for index in scores.argmax(1):
        index = int(index)
        if index != previous and symbols[index] != BLANK:
            path.append(symbols[index])
        previous = index
    return path
