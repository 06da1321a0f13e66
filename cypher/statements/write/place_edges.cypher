// Joins places to what they are part of and to what they became.
// Parameters: parts [{id, above}], mergers [{id, into, date}]
// Columns: none
CALL () {
  UNWIND $parts AS row
  MATCH (p:Place {id: row.id})
  MATCH (above:Place {id: row.above})
  MERGE (p)-[e:PART_OF]->(above)
  SET e.source = 'administrative units'
}
CALL () {
  UNWIND $mergers AS row
  MATCH (p:Place {id: row.id})
  MATCH (into:Place {id: row.into})
  MERGE (p)-[e:MERGED_INTO]->(into)
  SET e.source = 'administrative units', e.date = row.date
}
