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
    return this.#send(sql, text, true) as unknown as Promise<Record<string, unknown>[]>
  }

  /**
   * Sends the text to be planned for these values and the size that the table has now. For statements about hundreds of
   * keys at once: a plan that was kept from when the table was empty compares each row with each key. Costs a round
   * trip more.
   */
  runPlanned(sql: Sql, text: string): Promise<Record<string, unknown>[]> {
    return this.#send(sql, text, false) as unknown as Promise<Record<string, unknown>[]>
  }

  /** Sends it either way; rows come as the values of their columns, which costs less than to name them for each row. */
  rows(sql: Sql, text: string, { planned = false } = {}): Promise<unknown[][]> {
    return this.#send(sql, text, !planned).values() as unknown as Promise<unknown[][]>
  }

  #send(sql: Sql, text: string, prepare: boolean) {
    return sql.unsafe(text, this.values as never[], { prepare })
  }
}
