// Every edge, in no order, so that it can be streamed from a graph of any size.
// Parameters: none
// Columns: origin, type, properties, target
MATCH (a)-[e]->(b)
RETURN elementId(a) AS origin, type(e) AS type, properties(e) AS properties, elementId(b) AS target
