// 08. Việc nào đến hạn từ 01/10/2024 đến 31/12/2024? (bảng)
// Đổi hai ngày ở dòng dưới (năm-tháng-ngày). Muốn xem một nơi, viết tên nơi đó vào giữa hai dấu nháy của CONTAINS.
WITH '2024-10-01' AS from_day, '2024-12-31' AS to_day
MATCH (document:Document)-[:HAS_TASK]->(task:Task)-[assigns:ASSIGNS_TO]->(body:Body)
WHERE from_day <= task.deadline <= to_day AND body.name CONTAINS ''
RETURN task.deadline AS `Hạn`, body.name AS `Cơ quan`,
  CASE assigns.role WHEN 'lead' THEN 'chủ trì' WHEN 'coordinate' THEN 'phối hợp' ELSE assigns.role END AS `Vai trò`,
  task.text AS `Việc`, coalesce(document.code, document.type + ' (để trống số)') AS `Theo văn bản`
ORDER BY `Hạn`, `Cơ quan`
