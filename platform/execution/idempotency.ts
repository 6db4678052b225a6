/**
 * Idempotency-Key: the same key with the same request replays the stored answer, with another request it is refused,
 * and while the first call runs the second is told so. The answer is stored in the transaction of the effect; the
 * primary key makes a second effect impossible whatever the timing.
 */
import { createHash } from 'node:crypto'
import { refuse, type Sql } from '#kernel'
import type { Answer } from './app.ts'

export type Claim = { key: string; hash: string }

/** Refuses a malformed key. Keys are 1 to 128 visible ASCII characters. */
export function claimOf(
  key: string,
  operation: string,
  call: { actor: string; id?: string | undefined; input: unknown },
): Claim {
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw refuse('VALIDATION_FAILED', [
      { field: 'Idempotency-Key', message: 'Must be 1 to 128 visible ASCII characters.' },
    ])
  }
  const request = JSON.stringify([operation, call.actor, call.id ?? null, call.input])
  return { key, hash: createHash('sha256').update(request).digest('base64url') }
}

/**
 * Takes the key for this transaction. Answers the stored answer where there is one, undefined where the call may run.
 * Not awaited before the work's first statement: both travel together.
 */
export async function takeClaim(sql: Sql, companyId: string, claim: Claim): Promise<Answer | undefined> {
  const [row] = await sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`${companyId}/${claim.key}`}, 0)) as free,
      s.request_hash as hash, s.status, s.response
    from (select 1) as one left join execution.idempotency s on s.company_id = ${companyId} and s.key = ${claim.key}`
  if (row?.hash) return replay(claim, row as Stored)
  if (!row?.free) throw refuse('IDEMPOTENCY_IN_PROGRESS', [], 1)
  return undefined
}

/** The answer that another call stored meanwhile, when storing ours collided. */
export async function storedAnswer(sql: Sql, companyId: string, claim: Claim): Promise<Answer | undefined> {
  const [row] = await sql`select request_hash as hash, status, response from execution.idempotency
    where company_id = ${companyId} and key = ${claim.key}`
  return row && replay(claim, row as Stored)
}

/** Stores the answer; sent together with COMMIT. */
export const storeAnswer = (sql: Sql, companyId: string, claim: Claim, answer: Answer): PromiseLike<unknown> =>
  sql`insert into execution.idempotency (company_id, key, request_hash, status, response)
    values (${companyId}, ${claim.key}, ${claim.hash}, ${answer.status},
      ${sql.json({ data: (answer.data ?? null) as never })})`.execute()

type Stored = { hash: string; status: number; response: { data: unknown } }

function replay(claim: Claim, { hash, status, response }: Stored): Answer {
  if (hash !== claim.hash) throw refuse('IDEMPOTENCY_KEY_REUSED')
  return { status, data: response.data, replayed: true }
}
