/** Whose breaches a proof tells. */
import type { Broken, Examination } from './examination.record.ts'

/** A company learns of its own data only; without one everything is told. */
export function breachesOf(examination: Examination, companyId: string | undefined): Examination {
  if (companyId === undefined) return examination
  const own = ({ breaches }: Broken) => breaches.filter((breach) => breach.company_id === companyId)
  const broken = examination.broken.map((each) => ({ ...each, breaches: own(each) })).filter(hasBreach)
  return { ...examination, broken, askedBy: null }
}

const hasBreach = ({ breaches }: Broken): boolean => breaches.length > 0
