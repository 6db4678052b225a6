/** Values of filters between the text of the address and the inputs of the fields. */
import type { Money } from '#sdk/values'
import type { FieldDescription } from '#web/data/description.ts'

/** The field as its filter asks for it: never required, days for moments, words for tags. */
export function askedField(field: FieldDescription): FieldDescription {
  const { help: _, default: __, ...asked } = { ...field, required: false }
  if (field.kind === 'instant') return { ...asked, kind: 'date' }
  if (['tags', 'note', 'email', 'phone', 'url', 'code', 'file'].includes(field.kind)) {
    const { pattern: ___, min: ____, ...text } = asked
    return { ...text, kind: 'text' }
  }
  return asked
}

/** A filter's text as the input of its field takes it. */
export function toInput(field: FieldDescription, text: string, currency: string | undefined): unknown {
  if (text === '') return null
  switch (field.kind) {
    case 'money':
      return { amount: Number(text), currency: currency ?? '' }
    case 'integer':
      return Number(text)
    case 'boolean':
      return text === 'true'
    default:
      return text
  }
}

/** What the input answered, as text; undefined while it is no value. */
export function fromInput(field: FieldDescription, value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  if (field.kind === 'money') {
    const { amount } = value as Partial<Money>
    return amount === undefined ? undefined : String(amount)
  }
  return typeof value === 'object' ? undefined : String(value)
}
