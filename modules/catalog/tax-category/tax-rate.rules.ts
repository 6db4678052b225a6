/** A stretch of days, both ends included; without an end it goes on. */
export type Period = { validFrom: string; validTo?: string | null }

/** Whether two stretches share a day. */
export const doOverlap = (a: Period, b: Period): boolean =>
  a.validFrom <= (b.validTo ?? '9999-12-31') && b.validFrom <= (a.validTo ?? '9999-12-31')

/** Why a stretch of days is none, with the fix; undefined when it is one. */
export const periodProblem = ({ validFrom, validTo }: Partial<Period>): string | undefined =>
  validFrom && validTo && validTo < validFrom ? `Must not be before ${validFrom}, the first day.` : undefined
