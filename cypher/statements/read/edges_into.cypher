// The typed edges of these types that lead into these documents, as the origins of each type.
// Parameters: ids, relations
// Columns: target, relation, origins
MATCH (d:Document)<-[e:IMPLEMENTS|BASED_ON|PROMULGATES|APPROVES|AMENDS|REPLACES|REPEALS|GUIDES|SUPERVISES|REPORTS_ON|CITES]-(o:Document)
WHERE d.id IN $ids AND type(e) IN $relations
WITH d.id AS target, type(e) AS relation, collect(o.id) AS origins
RETURN target, relation, origins
ORDER BY target, relation
