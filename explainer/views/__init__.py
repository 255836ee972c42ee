"""Qt: what paints pictures and turns events into intents; nothing here decides what is shown."""

# PySide looks for its name in the source text of every module that is imported after it, which
# takes longer than importing it. So what the views build on, and knows no Qt, comes before.
import explainer.actions
import explainer.bars
import explainer.canvas
import explainer.panel
import explainer.settings
import explainer.slide
import explainer.store  # noqa: F401
