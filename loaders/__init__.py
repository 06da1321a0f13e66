"""From files to records: what a Vietnamese official document says, each fact with its place in the text."""
