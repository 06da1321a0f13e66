// The typed edges of these types that lead into these documents.
// Parameters: ids, relations
// Columns: origin, relation, target
MATCH (d:Document)<-[e:IMPLEMENTS|BASED_ON|PROMULGATES|APPROVES|AMENDS|REPLACES|REPEALS|GUIDES|SUPERVISES|REPORTS_ON|CITES]-(o:Document)
WHERE d.id IN $ids AND type(e) IN $relations
RETURN o.id AS origin, type(e) AS relation, d.id AS target
ORDER BY origin, relation, target
