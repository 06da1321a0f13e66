"""From records to the graph: the Neo4j store, the local server and resolution across documents."""
