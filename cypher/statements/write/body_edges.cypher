// Lets bodies be located in these places and part of these bodies, and in and of no others.
// Parameters: rows [{id, places, above}]
// Columns: none
UNWIND $rows AS row
MATCH (b:Body {id: row.id})
CALL (b, row) {
  MATCH (b)-[e:LOCATED_IN|PART_OF]->(x)
  WHERE NOT x.id IN row.places + row.above
  DELETE e
}
CALL (b, row) {
  MATCH (p:Place)
  WHERE p.id IN row.places
  MERGE (b)-[e:LOCATED_IN]->(p)
  SET e.source = 'administrative units'
}
CALL (b, row) {
  MATCH (above:Body)
  WHERE above.id IN row.above
  MERGE (b)-[e:PART_OF]->(above)
  SET e.source = 'table of bodies'
}
