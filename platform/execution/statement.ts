/** A statement put together from known parts: identifiers come from definitions, every value becomes a parameter. */
import type { Sql } from '#kernel'

export class Statement {
  readonly values: unknown[] = []

  /** Takes a value and gives its placeholder. */
  value(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  /** Sends the text as a prepared statement; the driver sees only placeholders. */
  run(sql: Sql, text: string): Promise<Record<string, unknown>[]> {
    return sql.unsafe(text, this.values as never[], { prepare: true }) as unknown as Promise<Record<string, unknown>[]>
  }
}
