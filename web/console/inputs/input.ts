/** What every input is given, and what it answers with. */
import type { FieldDescription } from '#web/data/description.ts'

export type FieldKind = FieldDescription['kind']

/**
 * What somebody typed that is no value of its field, such as "12.5.5" for an amount. It stays where it was typed, and
 * `problemsOf` finds it before anything is sent.
 */
export type Unreadable = { readonly unreadable: string }

export const isUnreadable = (value: unknown): value is Unreadable =>
  typeof value === 'object' && value !== null && 'unreadable' in value && Object.keys(value).length === 1

/** Nothing given: what is sent as null, or not at all. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isTable(value) && Object.values(value).every(isEmpty))

export const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type InputProps = {
  field: FieldDescription
  /** As it travels; null or undefined is empty. */
  value: unknown
  /** With the value as it travels, null when it was emptied, or an `Unreadable`. */
  onChange: (value: unknown) => void
  /** Of the element that takes the focus, and what describes it. */
  described: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
    'aria-required': true | undefined
  }
  label: string
  /** Where the value stands in what is sent: `name`, `lines.0.quantity`. */
  path: string
  /** What is wrong with a part of it, by its path; lists and groups show it with the part. */
  errorAt: (path: string) => string | undefined
  isDisabled: boolean
  /** The title of the record that a link leads to, where it is known already. */
  title: string | undefined
  /** The currency that an empty amount begins in. */
  currency: string | undefined
}
