"""What stands below an entry, and which of it are papers, too."""
