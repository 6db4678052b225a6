/** How a value becomes a cell that the import reads back as the same value: one exhaustive answer for each kind. */
import { type Field, type FieldKind, formatMoney, isMoney } from '#kernel'

const plain = (value: unknown): string => String(value)
const json = (value: unknown): string => JSON.stringify(value)

const writers: { [K in FieldKind]: (value: unknown) => string } = {
  text: plain,
  note: plain,
  email: plain,
  phone: plain,
  url: plain,
  code: plain,
  file: plain,
  secret: () => '',
  integer: plain,
  quantity: plain,
  rate: plain,
  money: (value) => (isMoney(value) ? formatMoney(value) : ''),
  boolean: plain,
  date: plain,
  instant: plain,
  time: (value) => String(value).slice(0, 5),
  choice: plain,
  state: plain,
  link: plain,
  tags: writeTags,
  record: json,
  list: json,
  group: json,
}

/** Kinds whose cells are our own numbers and may begin with a minus. */
const numbers: ReadonlySet<FieldKind> = new Set(['integer', 'quantity', 'rate', 'money'])

/** Writes a value of a field; nothing and an empty list are an empty cell. */
export function writeCell(value: unknown, field: Field): string {
  if (value === null || value === undefined) return ''
  return writers[field.kind](value)
}

export const isNumberKind = (kind: FieldKind): boolean => numbers.has(kind)

function writeTags(value: unknown): string {
  const words = Array.isArray(value) ? value.map(String) : []
  return words.some((word) => /[|;,[\]]|^\s|\s$/.test(word)) ? JSON.stringify(words) : words.join('|')
}
