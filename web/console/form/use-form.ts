'use client'
/** What a form holds while it is filled in: values, what is wrong with them, and whether anything has changed. */
import { useState } from 'react'
import { ApiRefusal } from '#web/data/client.ts'
import type { FieldDescription } from '#web/data/description.ts'
import { errorAtOf, type Said } from '../inputs/places.rules.ts'
import { problemsOf, sendable } from '../inputs/problems.rules.ts'
import { useSaying } from '../inputs/use-problems.ts'
import { isSame, type Values } from './values.rules.ts'

export type Form = ReturnType<typeof useForm>

export function useForm(fields: readonly FieldDescription[], initial: Values) {
  const saying = useSaying()
  const [base, setBase] = useState(initial)
  const [values, setValues] = useState(initial)
  const [said, setSaid] = useState<readonly Said[]>([])
  const [isChecked, setChecked] = useState(false)
  const found = (next: Values) => saying.problems(fields, problemsOf(fields, next))
  return {
    fields,
    values,
    /** What the form began with. */
    base,
    said,
    isDirty: fields.some(({ name }) => !isSame(values[name], base[name])),
    errorAt: errorAtOf(said, fields),
    /** Sets one field. Once it has been checked, what is wrong is looked at again with every key. */
    set: (name: string, value: unknown) => {
      const next = { ...values, [name]: value }
      setValues(next)
      if (isChecked) setSaid((before) => [...found(next), ...stillRefused(before, name, found(values))])
    },
    /** Whether it can be sent; shows what is wrong when it cannot. */
    check: (): boolean => {
      const problems = found(values)
      setSaid(problems)
      setChecked(true)
      return problems.length === 0
    },
    /** Shows what the server refused. False when it named no field. */
    refuse: (error: unknown): boolean => {
      const details = error instanceof ApiRefusal ? error.details.filter(({ field }) => field) : []
      setSaid(saying.details(fields, details))
      setChecked(true)
      return details.length > 0
    },
    /** Begins anew from other values. */
    reset: (next: Values, kept: Values = next) => {
      setBase(next)
      setValues(kept)
      setSaid([])
      setChecked(false)
    },
    /** What is sent for a new record or an action. */
    body: () => sendable(fields, values),
    /** What is sent for a record that is there: only what differs from what it began with. */
    changes: () => changesOf(fields, base, values),
  }
}

/** Of the fields those that differ, as an update sends them: null where one was emptied. */
export function changesOf(fields: readonly FieldDescription[], base: Values, values: Values): Record<string, unknown> {
  const changed = fields.filter(({ name }) => !isSame(values[name], base[name]))
  return sendable(changed, values, { empties: 'null' })
}

/** The server's refusals of other fields stay until their field is touched. */
function stillRefused(before: readonly Said[], touched: string, own: readonly Said[]): Said[] {
  return before.filter(
    ({ field, text }) =>
      field.split('.')[0] !== touched && !own.some((each) => each.field === field && each.text === text),
  )
}
