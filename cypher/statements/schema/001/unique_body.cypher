// Makes sure that no two Body nodes have the same id.
// Parameters: none
// Columns: none
CREATE CONSTRAINT unique_body IF NOT EXISTS FOR (n:Body) REQUIRE n.id IS UNIQUE
