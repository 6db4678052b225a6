/** Turns a recorded transaction into one that can be run again and again, each time with ids of its own. */
import type { Recorded } from './recorder.ts'

/** A piece of a value: text that stays, the n-th new id, or what takes the place of a recorded word. */
export type Piece = string | { fresh: number } | { swap: string }
export type TemplateStatement = { text: string; types: number[]; trip: number; values: (readonly Piece[] | null)[] }
export type Template = { freshCount: number; statements: TemplateStatement[] }

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * Ids that another recording of the same request does not have are new ones of the request. `swaps` says which recorded
 * words (an id, a register's code) give way to which name.
 */
export function templateOf(
  recorded: readonly Recorded[],
  other: readonly Recorded[],
  swaps: ReadonlyMap<string, string>,
): Template {
  const kept = new Set(idsOf(other))
  const fresh = [...new Set(idsOf(recorded))].filter((id) => !kept.has(id) && !swaps.has(id))
  const places = new Map<string, Piece>([
    ...fresh.map((id, index) => [id, { fresh: index }] as const),
    ...[...swaps].map(([word, swap]) => [word, { swap }] as const),
  ])
  const cut = new RegExp(`(${[...places.keys()].map((word) => word.replaceAll('/', '\\/')).join('|')})`)
  const piecesOf = (value: string) => value.split(cut).map((part): Piece => places.get(part) ?? part)
  const statements = recorded.map(({ text, types, trip, values }) => {
    return { text, types, trip, values: values.map((value) => (value === null ? null : piecesOf(value))) }
  })
  return { freshCount: fresh.length, statements }
}

const idsOf = (recorded: readonly Recorded[]): string[] =>
  recorded.flatMap(({ values }) => values.flatMap((value) => value?.match(uuid) ?? []))
