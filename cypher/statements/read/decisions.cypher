// What people decided about pairs of documents.
// Parameters: none
// Columns: one, other, decision, titles
MATCH (r:Review)
RETURN r.one AS one, r.other AS other, r.decision AS decision, r.titles AS titles
ORDER BY one, other
