"""British to American spelling as pairs of words, derived from Debian's word lists (packages wbritish-large and wamerican-large, SCOWL 2020.12.07).

A pair is a word that only the British list has and that one of the rules below turns into a word that the American list has. Words that American English
also writes the British way with another meaning, and words that the British list shares, are left alone; IRREGULAR names what no rule finds.

    python3 -m spelling.make_pairs > ../../src/SpeechScoop.Core/Recognition/Normalisation/british-american.txt
"""

import re

BRITISH = "/usr/share/dict/british-english-large"
AMERICAN = "/usr/share/dict/american-english-large"

# (pattern in the British word, what stands there in the American one)
RULES = [
    (r"our", "or"),  # colour
    (r"is(e|ed|es|er|ers|ing|ation|ations|ational|able|ably|ability)$", r"iz\1"),  # organise
    (r"ys(e|ed|es|er|ers|ing)$", r"yz\1"),  # analyse
    (r"ll(ed|er|ers|ing|ings|or|ors|ous|ously|ist|ists|y|able)$", r"l\1"),  # travelled
    (r"l(ment|ments|ful|fully|fulness|s|ed)?$", r"ll\1"),  # fulfil
    (r"re(s|d)?$", r"er\1"),  # centre
    (r"tring$", "tering"),
    (r"ogue(s|d)?$", r"og\1"),  # catalogue
    (r"oguing$", "oging"),
    (r"ae", "e"),  # anaemia
    (r"oe", "e"),  # oestrogen
    (r"c(e|es|ed|eless|er|ing)$", r"s\1"),  # defence
    (r"xion(s|al)?$", r"ction\1"),  # connexion
    (r"pp(ed|er|ers|ing)$", r"p\1"),  # worshipped
    (r"tt(ed|er|ers|ing)$", r"t\1"),
    (r"gramme(s)?$", r"gram\1"),  # kilogramme
    (r"ough(s|ed|ing|man|men)?$", r"ow\1"),  # plough
    (r"^grey", "gray"),
    (r"eable$", "able"),  # likeable
    (r"gement", "gment"),  # judgement
    (r"wool(l)", "wool"),  # woollen
    (r"ll(en|ery)", r"l\1"),
    (r"sceptic", "skeptic"),
    (r"mould", "mold"),
    (r"moult", "molt"),
    (r"smoulder", "smolder"),
    (r"aluminium", "aluminum"),
    (r"pyjama", "pajama"),
    (r"cosy|cosi", lambda m: m.group().replace("s", "z")),
    (r"tyre", "tire"),
    (r"cheque", "check"),
    (r"kerb", "curb"),
    (r"storey", "story"),
    (r"sulph", "sulf"),
    (r"disc(s)?$", r"disk\1"),
    (r"haul(ier|iers)", r"haul\1"),
    (r"jewell", "jewel"),
    (r"marvell", "marvel"),
    (r"phoney", "phony"),
    (r"draught", "draft"),
    (r"mum(s|my|mies)?$", r"mom\1"),
    (r"speciality|specialities", lambda m: m.group().replace("ialit", "ialt")),
]

# American English has these too, in another sense or as a choice: whoever writes them is not spelling the British way.
NOT = {"fours", "hours", "pours", "tours", "yours", "courses", "sources", "forces"}

# No rule finds these, or both lists have the British word; every dictionary of both kinds of English gives them.
IRREGULAR = {
    "programme": "program", "programmes": "programs", "grey": "gray", "greys": "grays", "tyre": "tire", "tyres": "tires", "kerb": "curb", "kerbs": "curbs",
    "cheque": "check", "cheques": "checks", "chequebook": "checkbook", "plough": "plow", "ploughs": "plows", "ploughed": "plowed", "ploughing": "plowing",
    "licence": "license", "licences": "licenses", "practise": "practice", "practised": "practiced", "practises": "practices", "practising": "practicing",
    "pyjamas": "pajamas", "sceptic": "skeptic", "sceptical": "skeptical", "scepticism": "skepticism", "storey": "story", "storeys": "stories",
    "aluminium": "aluminum", "manoeuvre": "maneuver", "manoeuvred": "maneuvered", "manoeuvres": "maneuvers", "manoeuvring": "maneuvering",
    "artefact": "artifact", "artefacts": "artifacts", "mum": "mom", "mums": "moms", "mummy": "mommy", "omelette": "omelet", "omelettes": "omelets",
    "jewellery": "jewelry", "moustache": "mustache", "moustaches": "mustaches", "cosy": "cozy", "doughnut": "donut", "doughnuts": "donuts",
    "whisky": "whiskey", "travelogue": "travelog", "gaol": "jail", "gaols": "jails", "yoghurt": "yogurt", "yoghurts": "yogurts", "ageing": "aging",
    "speciality": "specialty", "specialities": "specialties", "maths": "math", "instalment": "installment", "instalments": "installments",
    "skilful": "skillful", "skilfully": "skillfully", "wilful": "willful", "wilfully": "willfully", "fulfil": "fulfill", "fulfils": "fulfills",
    "enrol": "enroll", "enrols": "enrolls", "enrolment": "enrollment", "distil": "distill", "distils": "distills", "instil": "instill", "instils": "instills",
    "appal": "appall", "appals": "appalls", "metre": "meter", "metres": "meters", "litre": "liter", "litres": "liters", "theatre": "theater",
    "theatres": "theaters", "centre": "center", "centres": "centers", "centred": "centered", "centring": "centering", "fibre": "fiber", "fibres": "fibers",
    "defence": "defense", "defences": "defenses", "offence": "offense", "offences": "offenses", "pretence": "pretense", "pretences": "pretenses",
    "dialogue": "dialog", "dialogues": "dialogs", "catalogue": "catalog", "catalogues": "catalogs", "catalogued": "cataloged", "cataloguing": "cataloging",
    "analogue": "analog", "analogues": "analogs", "judgement": "judgment", "judgements": "judgments", "acknowledgement": "acknowledgment",
    "acknowledgements": "acknowledgments", "encyclopaedia": "encyclopedia", "encyclopaedias": "encyclopedias", "mediaeval": "medieval",
    "draught": "draft", "draughts": "drafts", "draughty": "drafty", "sulphur": "sulfur", "sulphate": "sulfate", "sulphide": "sulfide", "sulphuric": "sulfuric",
    "mould": "mold", "moulds": "molds", "moulded": "molded", "moulding": "molding", "mouldy": "moldy", "smoulder": "smolder", "moult": "molt",
    "aeroplane": "airplane", "aeroplanes": "airplanes",
}


# Written in the American list as well, as a variant; the stems tell them from words like "canoe".
DIGRAPHS = re.compile(
    r"(anaem|anaesth|encyclopaed|haem|paed(?:i|o)|faec|foet|oestr|oesoph|diarrhoe|gynaec|leukaem|mediaev|homoeo|coeli|caesarean|toxaem|caemi|oedem|glycaem|uraem|ischaem)")
DOUBLED = re.compile(r"^([a-z]*[aeiou])l(l(?:ed|ing|ings|er|ers|or|ors))$")


def words(path):
    with open(path, encoding="utf-8") as file:
        return {line.strip() for line in file if re.fullmatch(r"[a-z]+", line.strip())}


def american(word, british, known):
    """The American spelling by the rules, applied once or twice (paediatric behaviour, haemorrhaged); None where no rule leads to a known word."""
    seen, front = {word}, [word]
    for _ in range(2):
        following = []
        for candidate in front:
            for pattern, replacement in RULES:
                for match in re.finditer(pattern, candidate):
                    changed = candidate[: match.start()] + re.sub(pattern, replacement, candidate[match.start():], count=1)
                    if changed in seen:
                        continue
                    seen.add(changed)
                    following.append(changed)
                    if changed in known and changed not in british:
                        return changed
        front = following
    # Oxford spelling: the British list has both -ise and -ize.
    for changed in (re.sub(p, r, word) for p, r in RULES[1:3]):
        if changed != word and changed in known:
            return changed
    return None


def variant(word, known):
    """The American spelling of a word that the American list has as a variant too: "travelled", where "travel" is a word and "travell" is none."""
    if match := DIGRAPHS.search(word):
        changed = word[: match.start()] + re.sub("ae|oe", "e", match.group()) + word[match.end():]
        return changed if changed in known else None
    if match := DOUBLED.match(word):
        stem, ending = match.groups()
        if stem + "l" in known and stem + "ll" not in known and stem + ending in known:
            return stem + ending
    return None


def main():
    british, known = words(BRITISH), words(AMERICAN)
    pairs = dict(IRREGULAR)
    for word in british & known:
        if word not in pairs and (other := variant(word, known)):
            pairs[word] = other
    for word in british - known - NOT:
        if word not in pairs and (other := american(word, british, known)):
            pairs[word] = other
    for word, other in sorted(pairs.items()):
        print(word, other)


if __name__ == "__main__":
    main()
