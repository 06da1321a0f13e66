// Makes sure that no two Place nodes have the same id.
// Parameters: none
// Columns: none
CREATE CONSTRAINT unique_place IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE
