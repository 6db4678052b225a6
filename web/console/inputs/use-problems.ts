'use client'
/** Problems in the person's language, under the names that the fields have on the page. */
import type { RefusalDetail } from '#sdk/values'
import type { FieldDescription } from '#web/data/description.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { Problem } from './problems.rules.ts'

/** `text` says what is wrong and with what: "Name is required". */
export type Said = { field: string; text: string }

export function useSaying() {
  const words = useWords('problem')
  const label = useLabel()
  const named = (fields: readonly FieldDescription[], path: string, message: string): string => {
    const name = labelAt(fields, path)
    return name && !/^[\p{Lu}"]/u.test(message) ? `${label(name)} ${message}` : message
  }
  return {
    /** What `problemsOf` found. */
    problems: (fields: readonly FieldDescription[], problems: readonly Problem[]): Said[] =>
      problems.map(({ field, fault }) => ({
        field,
        text: named(fields, field, words(fault.key, { ...noFigures, ...fault.values })),
      })),
    /** What the server refused. */
    details: (fields: readonly FieldDescription[], details: readonly RefusalDetail[]): Said[] =>
      details.map(({ field = '', message }) => ({ field, text: named(fields, field, label(message)) })),
  }
}

const noFigures = { count: 0, min: '', max: '', pattern: '', words: '', bytes: 0 }

/** The label of the field at a path: of `lines.0.quantity` that of the quantity. */
export function labelAt(fields: readonly FieldDescription[], path: string): string | undefined {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0) return field?.label
  if (field.kind === 'group') return labelAt(field.fields ?? [], rest.join('.')) ?? field.label
  if (field.kind !== 'list' || !field.of || Array.isArray(field.of)) return field.label
  const { fields: inside } = field.of as FieldDescription
  return (inside && labelAt(inside, rest.slice(1).join('.'))) ?? field.label
}

/** What is wrong at a path. A money's `price.amount` is shown at the price: it is one input. */
export function errorAtOf(said: readonly Said[], fields: readonly FieldDescription[]) {
  return (path: string): string | undefined =>
    said.find(({ field }) => field === path || placeOf(fields, field) === path)?.text
}

/** The input that a refused path belongs to. */
export function placeOf(fields: readonly FieldDescription[], path: string): string | undefined {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((each) => each.name === name)
  if (!field) return undefined
  if (rest.length === 0) return name
  if (field.kind === 'group') {
    const inside = placeOf(field.fields ?? [], rest.join('.'))
    return inside ? `${name}.${inside}` : name
  }
  const item = field.of && !Array.isArray(field.of) ? (field.of as FieldDescription) : undefined
  if (field.kind !== 'list' || !item) return name
  const row = `${name}.${rest[0]}`
  const inside = item.kind === 'group' ? placeOf(item.fields ?? [], rest.slice(1).join('.')) : undefined
  return inside ? `${row}.${inside}` : row
}
