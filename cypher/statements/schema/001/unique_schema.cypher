// Makes sure that no two Schema nodes have the same name.
// Parameters: none
// Columns: none
CREATE CONSTRAINT unique_schema IF NOT EXISTS FOR (n:Schema) REQUIRE n.name IS UNIQUE
