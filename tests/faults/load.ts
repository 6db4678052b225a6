/** Tills that sell as fast as they are answered while a test breaks something, and what they were told. */
import assert from 'node:assert/strict'
import { eventually, type Reply, sell, type Trade } from './trade.ts'

export type Load = {
  /** The sale of each key, by what its till was told. */
  acknowledged: Map<string, string>
  /** Every other answer, as `503 DATABASE_UNAVAILABLE`, with how often it came. */
  refused: Map<string, number>
  /** Calls that were never answered: refused, reset, silent. */
  unheard: () => number
  /** The longest that a till waited for an answer, milliseconds. */
  slowestMs: () => number
  /** Resolves when each till has sold again, with a call that it began after this one. */
  untilEachSells: () => Promise<void>
  /** Resolves when each till has been refused, or not answered, so many times more. */
  untilEachFails: (times: number) => Promise<void>
  /** Lets each till repeat the sale in its hands until it is acknowledged, then ends. */
  stop: () => Promise<void>
}

type Till = { index: number; sold: number; failed: number }

/** What a till waits before it asks again, milliseconds. */
const askAgainMs = 50
/** How long a till asks for one sale. */
const patienceMs = 30_000

/**
 * Starts so many tills, each at a register of its own as far as these go. A sale that is not acknowledged is repeated
 * under its key, as a register does, so that in the end exactly the acknowledged sales may exist.
 */
export function startLoad(trade: Trade, count: number, name: string): Load {
  const tills: Till[] = Array.from({ length: count }, (_, index) => ({ index, sold: 0, failed: 0 }))
  const seen = { unheard: 0, slowestMs: 0, stopping: false }
  const acknowledged: Load['acknowledged'] = new Map()
  const refused: Load['refused'] = new Map()
  const ask = async (till: Till, key: string): Promise<boolean> => {
    const asked = performance.now()
    const reply = await sell(trade, key, till.index).catch(() => undefined)
    seen.slowestMs = Math.max(seen.slowestMs, performance.now() - asked)
    if (reply?.status === 201) {
      till.sold += 1
      acknowledged.set(key, String(reply.data.id))
      return true
    }
    till.failed += 1
    if (reply) refused.set(nameOf(reply), (refused.get(nameOf(reply)) ?? 0) + 1)
    else seen.unheard += 1
    return false
  }
  const work = async (till: Till): Promise<void> => {
    for (let number = 1; !seen.stopping; number += 1) {
      const deadline = performance.now() + patienceMs
      while (!(await ask(till, `${name}-${till.index}-${number}`))) {
        assert.ok(performance.now() < deadline, `a sale was not taken in ${patienceMs} ms: ${tally(refused)}`)
        await new Promise((next) => setTimeout(next, askAgainMs))
      }
    }
  }
  const working = Promise.all(tills.map(work))
  // Told by `stop`; a test that fails before must not end the process.
  working.catch(() => undefined)
  const each = (what: string, count: (till: Till) => number, more: number) => {
    const wanted = new Map(tills.map((till) => [till, count(till) + more]))
    return eventually(what, async () => tills.every((till) => count(till) >= (wanted.get(till) ?? 0)))
  }
  return {
    acknowledged,
    refused,
    unheard: () => seen.unheard,
    slowestMs: () => Math.round(seen.slowestMs),
    // The call in hand may have been decided before; the one after it was begun later.
    untilEachSells: () => each('each till sells', ({ sold }) => sold, 2),
    untilEachFails: (times) => each('each till is refused', ({ failed }) => failed, times),
    stop: async () => {
      seen.stopping = true
      await working
    },
  }
}

const nameOf = ({ status, code }: Reply): string => `${status} ${code}`

/** The answers and how often they came, for a message. */
export const tally = (answers: ReadonlyMap<string, number>): string =>
  [...answers].map(([answer, count]) => `${count} × ${answer}`).join(', ') || 'none'

/** Fails with the tally where a till was refused with anything but 503. */
export function mustOnlyBeUnavailable({ refused }: Load): void {
  const others = [...refused.keys()].filter((answer) => !answer.startsWith('503 '))
  assert.deepEqual(others, [], tally(refused))
}
