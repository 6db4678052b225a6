/** Where each listener stands, kept in the database so that any process can go on from there. */
import type postgres from 'postgres'
import { origin, type Position } from './position.ts'

export type Cursor = { position: Position; generation: number }

/** The cursor of a listener, made at the start of the log when it is new. */
export async function loadCursor(sql: postgres.Sql, listener: string): Promise<Cursor> {
  await sql`insert into event_log.cursor (listener) values (${listener}) on conflict do nothing`
  const [row] = await sql<{ xid: string; seq: number; generation: number }[]>`
    select xid::text as xid, seq, generation from event_log.cursor where listener = ${listener}`
  if (!row) return { position: origin, generation: 0 }
  return { position: { xid: row.xid, seq: row.seq }, generation: row.generation }
}

export type Move = { listener: string; to: Position; generation: number; done: number }

/**
 * Moves cursors forward, never back. A generation that has ended moves nothing: a process that lost the listener while
 * another began to rebuild it must not make it skip. Answers the listeners that moved.
 */
export async function moveCursors(sql: postgres.Sql, moves: readonly Move[]): Promise<Set<string>> {
  const rows = moves.map(({ listener, to, generation, done }) => ({
    listener,
    xid: to.xid,
    seq: to.seq,
    generation,
    done,
  }))
  const moved = await sql<{ listener: string }[]>`
    update event_log.cursor c set xid = m.xid::xid8, seq = m.seq, done = c.done + m.done, moved_at = now()
    from jsonb_to_recordset(${sql.json(rows)}) as m(listener text, xid text, seq bigint, generation int, done bigint)
    where c.listener = m.listener and c.generation = m.generation and (c.xid, c.seq) < (m.xid::xid8, m.seq)
    returning c.listener`
  return new Set(moved.map(({ listener }) => listener))
}
