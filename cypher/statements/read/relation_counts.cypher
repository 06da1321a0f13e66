// How many typed edges there are between documents, by type.
// Parameters: relations
// Columns: relation, edges
UNWIND $relations AS relation
CALL (relation) {
  MATCH ()-[e:$(relation)]->()
  RETURN count(e) AS edges
}
RETURN relation, edges
ORDER BY relation
