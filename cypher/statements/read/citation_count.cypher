// How many citations of one relation, or of all for null, stand in a document, and how many there are of it.
// Parameters: id, relation
// Columns: outgoing, incoming
MATCH (d:Document {id: $id})
RETURN
  COUNT { MATCH (d)-[:HAS_CITATION]->(c:Citation) WHERE $relation IS NULL OR c.relation = $relation } AS outgoing,
  COUNT { MATCH (d)<-[:REFERS_TO]-(c:Citation) WHERE $relation IS NULL OR c.relation = $relation } AS incoming
ORDER BY outgoing
