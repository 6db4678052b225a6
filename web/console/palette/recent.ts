/** Where the palette led lately, kept by this browser for each person. */

export type Visit = { href: string; label: string; hint: string }

const most = 6
const keyOf = (person: string): string => `entrepot.palette.${person}`

export function readRecent(person: string): Visit[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isVisit) : []
  } catch {
    return []
  }
}

export function addRecent(person: string, visit: Visit): void {
  const others = readRecent(person).filter(({ href }) => href !== visit.href)
  localStorage.setItem(keyOf(person), JSON.stringify([visit, ...others].slice(0, most)))
}

const isVisit = (value: unknown): value is Visit =>
  typeof value === 'object' &&
  value !== null &&
  'href' in value &&
  'label' in value &&
  'hint' in value &&
  typeof value.href === 'string' &&
  typeof value.label === 'string' &&
  typeof value.hint === 'string'
