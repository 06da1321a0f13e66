// A held document of the lowest level that implements another local one.
// Parameters: levels
// Columns: id
UNWIND range(0, size($levels) - 1) AS place
MATCH (d:Document {level: $levels[place], held: true})
WHERE EXISTS { (d)-[:IMPLEMENTS]->(o:Document) WHERE o.level IN $levels }
RETURN d.id AS id
ORDER BY place DESC, d.code IS NULL, id
LIMIT 1
