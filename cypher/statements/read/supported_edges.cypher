// Of these typed edges (origin|TYPE|target) the ones that some citation supports.
// Parameters: edges
// Columns: edge
UNWIND $edges AS edge
WITH edge WHERE EXISTS { MATCH (c:Citation {edge: edge}) }
RETURN edge
ORDER BY edge
