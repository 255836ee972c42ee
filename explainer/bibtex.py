"""Works as BibTeX entries, to be copied."""

from __future__ import annotations

import re
from collections.abc import Iterable

from explainer.schema import Source

_SIGNS = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "{": r"\{",
    "}": r"\}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""What TeX would read as something else."""
_BETWEEN = re.compile(r",\s*and\s+|\s+and\s+|\s*[,、，；;]\s*")


def bibtex(source: Source) -> str:
    """Return one entry; its key is the id of the work in the deck."""
    fields = {
        # Braced twice: BibTeX would turn the names of models into small letters.
        "title": "{" + _escaped(source.title) + "}",
        "author": " and ".join(map(_author, filter(None, _BETWEEN.split(source.authors)))),
        "year": source.year,
        "url": source.link,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{source.id},", *lines, "}", ""])


def bibliography(sources: Iterable[Source]) -> str:
    """Return an entry for each work, in their order."""
    return "\n".join(bibtex(source) for source in sources)


def _author(name: str) -> str:
    """Return a person's name as it is, a group's in braces: it has no family name."""
    group = name != "others" and (" " not in name or name.rsplit(maxsplit=1)[-1].isupper())
    return "{" + _escaped(name) + "}" if group else _escaped(name)


def _escaped(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)
