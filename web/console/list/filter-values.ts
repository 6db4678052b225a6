/** Values of filters between the text of the address and the inputs of the fields. */
import type { FieldDescription } from '#web/data/description.ts'
import { decimalText } from '#web/ui/format.ts'

/**
 * The field as its filter asks for it: never required, days for moments, words for tags, and a plain decimal for money,
 * because a filter compares amounts whatever their currency; `digits` are those of the company's.
 */
export function askedField(field: FieldDescription, digits: number): FieldDescription {
  const { help: _, default: __, ...asked } = { ...field, required: false }
  if (field.kind === 'instant') return { ...asked, kind: 'date' }
  if (field.kind === 'money') return { ...asked, kind: 'quantity', scale: digits }
  if (['tags', 'note', 'email', 'phone', 'url', 'code', 'file'].includes(field.kind)) {
    const { pattern: ___, min: ____, ...text } = asked
    return { ...text, kind: 'text' }
  }
  return asked
}

/** A filter's text as the input of its field takes it. */
export function toInput({ kind }: FieldDescription, text: string, digits: number): unknown {
  if (text === '') return null
  if (kind === 'money') return decimalText(Number(text), digits)
  return kind === 'integer' ? Number(text) : text
}

/** What the input answered, as text; undefined while it is no value. */
export function fromInput({ kind }: FieldDescription, value: unknown, digits: number): string | undefined {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return undefined
  return kind === 'money' ? minorText(String(value), digits) : String(value)
}

/** "12.5" with two digits is 1250 minor units; exact, and undefined with more digits than the currency has. */
function minorText(decimal: string, digits: number): string | undefined {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d{1,12})(?:\.(\d*))?$/.exec(decimal) ?? []
  const fraction = rest.replace(/0+$/, '')
  if (whole === '' || fraction.length > digits) return undefined
  return String(BigInt(`${sign}${whole}${fraction.padEnd(digits, '0')}`))
}
