import type { RowOutcome } from './records.ts'
import type { ImportedRow } from './rows.ts'
import type { RecordTarget } from './targets.ts'

/** About 60 MB of keys. */
const keysKept = 1_000_000

/**
 * What a dry run would have made in batches before this one, by key. Rows about those, or linked to them, are judged by
 * their cells alone, because the records are not there to ask the database about. From `most` keys on it remembers no
 * more, so that no file fills the memory: a record of a later row counts as created again where the file has it twice,
 * and a link to it is not found.
 */
export class Tried {
  readonly #keys = new Set<string>()
  readonly #key: string
  readonly #selfLinks: readonly string[]
  readonly #most: number

  constructor({ identity, columns, entry }: Pick<RecordTarget, 'identity' | 'columns' | 'entry'>, most = keysKept) {
    this.#most = most
    this.#key = columns.find(({ name }) => name === identity[0])?.property ?? ''
    this.#selfLinks = columns
      .filter(({ field }) => field.kind === 'link' && field.to() === entry.definition)
      .map(({ property }) => property)
  }

  dependsOn({ values, links }: ImportedRow): boolean {
    if (this.#keys.size === 0) return false
    return [values[this.#key], ...this.#selfLinks.map((name) => links.get(name))].some((text) =>
      this.#keys.has(String(text)),
    )
  }

  note(rows: readonly ImportedRow[], outcomes: readonly RowOutcome[]): void {
    const created = new Set(outcomes.filter(({ did }) => did === 'created').map(({ row }) => row))
    for (const { row, values } of rows) if (created.has(row)) this.#remember(String(values[this.#key]))
  }

  judge({ row, values, problems }: ImportedRow): RowOutcome {
    if (problems.length > 0) return { row, did: 'failed', problems }
    const key = String(values[this.#key])
    const did = this.#keys.has(key) ? 'updated' : 'created'
    this.#remember(key)
    return { row, did, problems: [] }
  }

  #remember(key: string): void {
    if (this.#keys.size < this.#most) this.#keys.add(key)
  }
}
