"""From the graph to people: the REST service, its wire models and the `vanban` command line."""
