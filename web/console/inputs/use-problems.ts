'use client'
/** Problems in the person's language, under the names that the fields have on the page. */
import type { RefusalDetail } from '#sdk/values'
import type { FieldDescription } from '#web/data/description.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { labelAt, type Said } from './places.rules.ts'
import type { Problem } from './problems.rules.ts'

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
