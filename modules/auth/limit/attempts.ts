/**
 * Attempts in a window of time, counted by one atomic statement before the work that they cost: of forty at the same
 * moment exactly as many as allowed go through. Counts commit at once, so a refused attempt stays counted.
 */
import { refuse, type Sql } from '#kernel'

export type Limit = { key: string; most: number; seconds: number }

const minute = 60

/** What is counted, by whom, and how often it may be. */
export const limits = {
  /** Guesses at one account's password, from wherever. */
  signIn: (email: string): Limit => ({ key: `sign-in ${email}`, most: 10, seconds: 15 * minute }),
  /** Guesses from one address, at whatever account. */
  signInFrom: (address: string): Limit => ({ key: `sign-in from ${address}`, most: 100, seconds: 15 * minute }),
  /** Codes of the second step: a million codes and three valid ones make five guesses harmless. */
  secondStep: (userId: string): Limit => ({ key: `second step ${userId}`, most: 5, seconds: 15 * minute }),
  /** Mails that strangers can cause to one mailbox. */
  mailTo: (email: string): Limit => ({ key: `mail to ${email}`, most: 5, seconds: 60 * minute }),
  mailFrom: (address: string): Limit => ({ key: `mail from ${address}`, most: 30, seconds: 60 * minute }),
  /** Guesses at one's own password while signed in, by somebody who found an open screen. */
  password: (userId: string): Limit => ({ key: `password ${userId}`, most: 10, seconds: 15 * minute }),
} as const

/** Counts one attempt against each limit. Refuses RATE_LIMITED, saying after how many seconds the window ends. */
export async function countAttempt(sql: Sql, now: string, counted: readonly Limit[]): Promise<void> {
  const rows = counted.map(({ key, seconds }) => ({ key, seconds }))
  const counts = await sql`
    insert into auth.attempt as a (key, count, ends_at)
    select key, 1, ${now}::timestamptz + make_interval(secs => seconds)
    from jsonb_to_recordset(${sql.json(rows)}) as r(key text, seconds int) order by key
    on conflict (key) do update set
      count = case when a.ends_at <= ${now} then 1 else a.count + 1 end,
      ends_at = case when a.ends_at <= ${now} then excluded.ends_at else a.ends_at end
    returning key, count, ceil(extract(epoch from ends_at - ${now}::timestamptz))::int as wait`
  const most = new Map(counted.map((limit) => [limit.key, limit.most]))
  const over = counts.filter(({ key, count }) => count > (most.get(key) ?? 0))
  if (over.length === 0) return
  throw refuse('RATE_LIMITED', [], Math.max(...over.map(({ wait }) => Number(wait))))
}

/**
 * Forgets what was counted against `cleared` and takes one attempt back from `lessened`: this one was honest. Rows are
 * locked in the order in which attempts are counted, so the two never wait for each other.
 */
export async function forgiveAttempt(sql: Sql, cleared: Limit, lessened?: Limit): Promise<void> {
  await sql`
    with held as (
      select key from auth.attempt where key in (${cleared.key}, ${lessened?.key ?? cleared.key})
      order by key for update)
    update auth.attempt a set count = case when a.key = ${cleared.key} then 0 else greatest(a.count - 1, 0) end
    from held where held.key = a.key`
}
