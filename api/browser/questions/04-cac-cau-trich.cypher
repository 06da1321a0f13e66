// 04. Mọi câu nói tới Nghị quyết 32/NQ-CP, từng câu một (bảng)
// Muốn hỏi về văn bản khác, đổi số hiệu và năm ở dòng dưới.
MATCH (target:Document {code: '32/NQ-CP', year: 2024})<-[:REFERS_TO]-(citation:Citation)<-[:HAS_CITATION]-(source:Document)
RETURN coalesce(source.code, source.type + ' (để trống số)') AS `Văn bản có câu này`, citation.relation AS `Quan hệ`,
  citation.quote AS `Câu trích`, citation.context AS `Cả đoạn`, source.source AS `Tệp`, citation.start AS `Từ chữ cái thứ`,
  citation.confidence AS `Độ tin cậy`
ORDER BY source.date, source.id, citation.start
