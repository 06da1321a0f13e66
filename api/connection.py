"""The store that the settings name, opened: a given server, or the local one, started when it is not running."""
