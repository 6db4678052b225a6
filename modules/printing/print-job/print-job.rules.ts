/** When a print job is tried again, and what may be done with one. */
import { instantOf, msOf } from '#kernel'

/**
 * Pauses in seconds after each failed attempt. A printer that is out of paper is back within minutes, or somebody
 * looks.
 */
const pauses = [2, 5, 15, 60, 300] as const

export const attemptsMax = pauses.length + 1

/** The moment of the next attempt; undefined when there has been the last. */
export function nextAttempt(attempts: number, now: string): string | undefined {
  const pause = pauses[attempts - 1]
  return pause === undefined ? undefined : instantOf(msOf(now) + pause * 1000)
}

/** Longer than a job may take with all its copies, so that one that is late is not sent twice. */
export const leaseSeconds = 120

/** How long finished jobs can be looked up. */
export const daysKept = 14
