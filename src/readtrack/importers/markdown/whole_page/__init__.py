"""What one entry does not tell, and most of a page does: what stands before, behind and between its titles."""
