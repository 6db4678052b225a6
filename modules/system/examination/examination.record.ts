/** Proofs of the books as they are kept. Every note is committed by itself, so that others see how far a proof is. */
import type { Sql } from '#kernel'

export type Broken = { equation: string; says: string; breaches: readonly Record<string, unknown>[] }

export type Examination = {
  id: string
  state: 'queued' | 'running' | 'done' | 'failed'
  askedBy: string | null
  askedAt: string
  startedAt: string | null
  endedAt: string | null
  done: number
  total: number | null
  broken: Broken[]
  error: string | null
}

/** Where the doctor notes what it finds. */
export type Notebook = {
  begin: (id: string, total: number) => Promise<void>
  found: (id: string, done: number, broken: Broken | undefined) => Promise<void>
  end: (id: string, error?: string) => Promise<void>
}

const kept = 200

/** `sql` is the relay role's outside of any transaction; `clock` counts milliseconds. */
export function openNotebook(sql: Sql, clock: () => number): Notebook {
  const now = () => new Date(clock()).toISOString()
  return {
    begin: async (id, total) => {
      await sql`
        insert into system.examination (id, state, asked_at, started_at, total)
        values (${id}, 'running', ${now()}, ${now()}, ${total})
        on conflict (id) do update set state = 'running', started_at = ${now()}, total = ${total}, done = 0,
          broken = '[]', error = null, ended_at = null`
      await sql`delete from system.examination where asked_at < (
        select asked_at from system.examination order by asked_at desc offset ${kept} limit 1)`
    },
    found: async (id, done, broken) => {
      const more = broken ? sql`, broken = broken || ${sql.json([broken] as never)}` : sql``
      await sql`update system.examination set done = ${done} ${more} where id = ${id}`
    },
    end: async (id, error) => {
      await sql`update system.examination set state = ${error === undefined ? 'done' : 'failed'}, ended_at = ${now()},
        error = ${error ?? null} where id = ${id}`
    },
  }
}

export const examinationColumns = (sql: Sql) => sql`
  id, state, asked_by as "askedBy", asked_at as "askedAt", started_at as "startedAt", ended_at as "endedAt", done,
  total, broken, error`
