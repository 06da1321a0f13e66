// 09. Văn bản nào được nhắc tới mà chưa có toàn văn? (bảng)
// Văn bản được nhắc nhiều nhất đứng đầu: nên tìm và nạp trước.
MATCH (document:NotHeld)<-[:REFERS_TO]-(citation:Citation)<-[:HAS_CITATION]-(source:Document)
WITH document, count(DISTINCT source) AS sources
RETURN document.code AS `Số hiệu`, document.type AS `Loại`, document.title AS `Tên`, document.date AS `Ngày`,
  sources AS `Số văn bản nhắc tới`
ORDER BY sources DESC, document.id
LIMIT 50
