"""Writes what the front end makes of some sentences, for the C# tests to compare with.

    python3 -m voices.golden --work WORK --out ../../tests/SpeechScoop.Inference.Tests/Synthesis/Text/Golden/front-end.json
"""

import argparse
import json
from pathlib import Path

from g2p.run import load_letters_to_phones
from material.sentences import harvard_sentences
from voices.front_end import FrontEnd, read_lexicon
from voices.prepare import symbols

EXTRA = [
    "the apple and the house, the end.", "is the church's bell the dog's or the cat's?", "we'll see, they've gone, don't you think so?",
    "B B C and F B I, A to Z.", "zorblax quuxly fnord blivets", "the frobnicator's wobblies won't glorptate!", "hello",
    "xqz brrr hmm", "'tis rock 'n' roll, y'all", "well, , wait. now?", "jpeg and nasa", "snarfle'll've zibbity'd",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    lexicon = read_lexicon(args.work / "lexicon.txt")
    front = FrontEnd(lexicon, symbols(lexicon), load_letters_to_phones(args.work / "g2p.pt"))
    rows = []
    for text in [sentence.lower() for sentence in harvard_sentences()[:20]] + EXTRA:
        phones, positions = front.features(text)
        rows.append(dict(spoken=text, phones=phones, positions=positions))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
    print(f"{len(rows)} sentences")


if __name__ == "__main__":
    main()
