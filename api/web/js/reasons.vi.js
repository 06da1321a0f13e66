// Lý do mà máy chủ viết bằng tiếng Anh, nói lại bằng tiếng Việt.

const FIELDS = { issuer: "cơ quan ban hành", year: "năm", date: "ngày" };
const fields = (text) => text.split(" and ").map((name) => FIELDS[name]).join(", ");

/** Reasons as the loaders write them in English: what one, or a part of one between semicolons, looks like, and its words. */
export const vietnameseReasons = [
  [/^no letterhead names it; read from the body or the number of the text$/, "Phần đầu văn bản không ghi cơ quan; suy ra từ nội dung hoặc từ số, ký hiệu."],
  [/^same number and symbol$/, "cùng số và ký hiệu"],
  [/^same name$/, "cùng tên"],
  [/^same name, other number: one may be misprinted$/, "cùng tên, khác số: một trong hai có thể in sai"],
  [/^the number of one is blank$/, "một văn bản để trống số"],
  [/^same symbol$/, "cùng ký hiệu"],
  [/^names alike: ([0-9]+)% of their words, ([0-9]+)% of the whole$/, (words, whole) => `tên gần giống nhau (${words}% số từ, ${whole}% cả tên)`],
  [/^((?:(?:issuer|year|date)(?: and )?)+) agrees?$/, (names) => `trùng ${fields(names)}`],
  [/^((?:(?:issuer|year|date)(?: and )?)+) not stated on both sides$/, (names) => `không phải cả hai bên đều ghi ${fields(names)}`],
  [/^one of ([0-9]+) that fit$/, (number) => `một trong ${number} văn bản phù hợp`],
];

/** Why a token like a number is not a citation, by the slug of the reason. */
export const vietnameseLeftOut = {
  own_number: "số của chính văn bản này",
  letterhead: "nằm ở phần đầu văn bản, nơi chỉ có số của chính văn bản",
  standard: "quy chuẩn, tiêu chuẩn kỹ thuật (QCVN, TCVN, ISO), không phải số văn bản",
  form: "số của mẫu, biểu, bảng hoặc phụ lục",
  address: "địa chỉ hoặc thửa đất",
  register: "biển số, mã số, hợp đồng hoặc giấy chứng nhận",
  no_symbol: "chỉ có số, không có ký hiệu",
  unread_symbol: "trước nó là một loại văn bản, nhưng phần sau con số không đọc được thành ký hiệu",
  nothing_cites: "có dạng số, ký hiệu, nhưng trước nó không có loại văn bản hay chữ “số”, và riêng ký hiệu thì chưa đủ để biết",
  not_a_symbol: "phần sau con số không có dạng của ký hiệu",
};
