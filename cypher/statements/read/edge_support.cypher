// How many citations support these typed edges (origin|TYPE|target), and how sure the surest is.
// Parameters: edges
// Columns: edge, citations, confidence
MATCH (c:Citation)
WHERE c.edge IN $edges
WITH c.edge AS edge, count(c) AS citations, max(c.confidence) AS confidence
RETURN edge, citations, confidence
ORDER BY edge
