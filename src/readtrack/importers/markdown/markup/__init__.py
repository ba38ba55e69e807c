"""Markdown itself: the blocks of a page, and what stands inside a line. Nothing here knows of papers."""
