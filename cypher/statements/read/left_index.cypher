// The index of a constraint that was never finished: on the same property of the same nodes, and of no constraint.
// Parameters: index, label, property
// Columns: name
SHOW INDEXES YIELD name, labelsOrTypes, properties, owningConstraint
WHERE name = $index AND owningConstraint IS NULL AND labelsOrTypes = [$label] AND properties = [$property]
RETURN name
ORDER BY name
