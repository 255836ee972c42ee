"""Qt: what paints pictures and turns events into intents; nothing here decides what is shown."""
