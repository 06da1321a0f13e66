// 06. Tìm văn bản theo chữ trong trích yếu, không cần gõ dấu (bảng)
// Đổi các chữ trong dấu nháy ở dòng dưới.
CALL db.index.fulltext.queryNodes('document_search', 'sach giao khoa') YIELD node AS document, score
OPTIONAL MATCH (document)-[:ISSUED_BY]->(issuer:Body)
RETURN document.code AS `Số hiệu`, document.type AS `Loại`, issuer.name AS `Cơ quan ban hành`, document.date AS `Ngày`,
  document.title AS `Trích yếu`
ORDER BY score DESC
LIMIT 25
