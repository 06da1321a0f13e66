"""The explorer page: its files as the reader's browser gets them, and the module that serves them."""
