"""What staff see in Neo4j Browser: a style, guides and saved questions, and the module that serves them ready."""
