// The typed edges of these types that lead out of these documents, as the targets of each type.
// Parameters: ids, relations
// Columns: origin, relation, targets
MATCH (d:Document)-[e:IMPLEMENTS|BASED_ON|PROMULGATES|APPROVES|AMENDS|REPLACES|REPEALS|GUIDES|SUPERVISES|REPORTS_ON|CITES]->(t:Document)
WHERE d.id IN $ids AND type(e) IN $relations
WITH d.id AS origin, type(e) AS relation, collect(t.id) AS targets
RETURN origin, relation, targets
ORDER BY origin, relation
