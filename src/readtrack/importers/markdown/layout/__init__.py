"""Which blocks of a page may be entries of a reading list, and under which headings they stand."""
