// One body with what it is part of, where it is, and how much refers to it.
// Parameters: id
// Columns: id, name, kind, level, province, district, commune, part_of, located_in, issued, received, tasks
MATCH (b:Body {id: $id})
RETURN b.id AS id, b.name AS name, b.kind AS kind, b.level AS level, b.province AS province, b.district AS district,
  b.commune AS commune,
  COLLECT { MATCH (b)-[e:PART_OF]->(x:Body) RETURN {id: x.id, name: x.name, source: e.source} ORDER BY x.id } AS part_of,
  COLLECT { MATCH (b)-[e:LOCATED_IN]->(x:Place) RETURN {id: x.id, name: x.name, source: e.source} ORDER BY x.id } AS located_in,
  COUNT { (b)<-[:ISSUED_BY]-(:Document) } AS issued,
  COUNT { (b)<-[:SENT_TO]-(:Document) } AS received,
  COUNT { (b)<-[:ASSIGNS_TO]-(:Task) } AS tasks
ORDER BY id
