// 10. Chỗ nào máy đọc chưa chắc, cần người xem lại? (bảng)
// Độ tin cậy thấp nhất đứng đầu; cột Điều cần chú ý nêu chỗ in sai hoặc chỗ máy phải suy ra.
MATCH (source:Document)-[:HAS_CITATION]->(citation:Citation)-[:REFERS_TO]->(document:Document)
RETURN citation.confidence AS `Độ tin cậy`, citation.quote AS `Câu trích`, citation.relation AS `Quan hệ`,
  document.id AS `Máy hiểu là văn bản`, citation.defects + citation.completed AS `Điều cần chú ý`,
  source.source AS `Tệp`, citation.start AS `Từ chữ cái thứ`
ORDER BY citation.confidence, source.id, citation.start
LIMIT 25
