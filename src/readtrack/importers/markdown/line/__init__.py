"""One line of a reading list -> its title, and what is said around it."""
