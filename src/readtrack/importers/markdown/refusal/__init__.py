"""Why something that looks like an entry is no paper, once all of the page is known."""
