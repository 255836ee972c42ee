"""Why a picture was not written, and what can be done about it, in the user's words."""

from __future__ import annotations

import errno

from explainer.export.run import Failure
from explainer.strings import Language, say

_KINDS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "rights",
    errno.EPERM: "rights",
    errno.EROFS: "rights",
    errno.ENOTDIR: "folder",
    errno.EEXIST: "folder",
    errno.ENAMETOOLONG: "folder",
    errno.ENOENT: "folder",
}


def reason_words(failure: Failure, language: Language) -> str:
    """Return in a sentence why `failure` happened; in the system's words where it is rare."""
    kind = _KINDS.get(failure.errno)
    if kind is None:
        return say("export.why.other", language, reason=failure.reason)
    return say(f"export.why.{kind}", language)


def remedy_words(failure: Failure, language: Language) -> str:
    """Return in a sentence what to do about `failure`."""
    kind = _KINDS.get(failure.errno, "other")
    return say(f"export.remedy.{kind}", language)
