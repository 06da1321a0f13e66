// One place with what it is part of and what it became.
// Parameters: id
// Columns: id, code, name, kind, level, valid_from, valid_to, part_of, merged_into
MATCH (p:Place {id: $id})
RETURN p.id AS id, p.code AS code, p.name AS name, p.kind AS kind, p.level AS level, p.valid_from AS valid_from,
  p.valid_to AS valid_to,
  COLLECT { MATCH (p)-[e:PART_OF]->(x:Place) RETURN {id: x.id, name: x.name, source: e.source} ORDER BY x.id } AS part_of,
  COLLECT {
    MATCH (p)-[e:MERGED_INTO]->(x:Place)
    RETURN {id: x.id, name: x.name, date: e.date, source: e.source} ORDER BY x.id
  } AS merged_into
ORDER BY id
