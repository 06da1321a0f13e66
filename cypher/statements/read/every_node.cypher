// Every node but the schema's own, in no order, so that it can be streamed from a graph of any size.
// Parameters: none
// Columns: element, labels, properties
MATCH (n)
WHERE NOT n:Schema
RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties
