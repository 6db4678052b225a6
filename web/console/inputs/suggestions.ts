/** Known words for codes that the world has agreed on. */
import { currencies } from '#engines/currency'
import type { FieldDescription } from '#web/data/description.ts'

const byName: Readonly<Record<string, () => readonly string[]>> = {
  currency: () => currencies,
  timeZone: () => Intl.supportedValuesOf('timeZone'),
}

export const suggestionsFor = ({ name, kind }: FieldDescription): readonly string[] | undefined =>
  kind === 'code' || kind === 'text' ? byName[name]?.() : undefined
