// Makes sure that no two Citation nodes have the same id.
// Parameters: none
// Columns: none
CREATE CONSTRAINT unique_citation IF NOT EXISTS FOR (n:Citation) REQUIRE n.id IS UNIQUE
