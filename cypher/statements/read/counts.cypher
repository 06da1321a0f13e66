// How much stands in the graph.
// Parameters: none
// Columns: documents, not_held, open, citations, tasks, bodies, places
RETURN COUNT { (:Document) } AS documents, COUNT { (:NotHeld) } AS not_held, COUNT { (d:NotHeld) WHERE d.open } AS open,
  COUNT { (:Citation) } AS citations, COUNT { (:Task) } AS tasks, COUNT { (:Body) } AS bodies, COUNT { (:Place) } AS places
ORDER BY documents
