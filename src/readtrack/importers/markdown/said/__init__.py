"""What is said around a title: where and when a paper appeared, who wrote it, where they work, what was read of it."""
