"""Explainer: a slide-style desktop explainer of how the 2020 GPT-3 became ChatGPT."""

__version__ = "0.1.0"
