"""Lists traditional Chinese characters and their simplified forms, for finding words.

The source is `TSCharacters.txt` of OpenCC. Nothing is downloaded; the same source gives the
same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "explainer/resources/words/traditional.txt"
HEAD = """\
# Traditional Chinese characters, and below each its simplified form. Made by
# scripts/make_traditional.py from TSCharacters.txt of OpenCC (Apache-2.0, LICENSE-OpenCC.txt);
# changed: only characters of GBK, one form each.
"""


def main(arguments: list[str]) -> int:
    """Write the list; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="OpenCC's TSCharacters.txt")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    pairs = simplified(options.source.read_text(encoding="utf-8"))
    lines = "".join(pairs), "".join(pairs.values())
    options.out.write_text(f"{HEAD}{lines[0]}\n{lines[1]}\n", encoding="utf-8")
    return 0


def simplified(text: str) -> dict[str, str]:
    """Return the simplified form of each character in the lines of `text`, in their order."""
    pairs: dict[str, str] = {}
    for line in text.splitlines():
        traditional, _, forms = line.partition("\t")
        form = forms.partition(" ")[0]
        if _is_of_gbk(traditional) and _is_of_gbk(form) and form != traditional:
            pairs[traditional] = form
    return pairs


def _is_of_gbk(sign: str) -> bool:
    return len(sign) == 1 and "\u4e00" <= sign <= "\u9fa5"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
