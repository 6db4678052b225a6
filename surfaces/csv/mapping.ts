/** Proposes which column of a file fills which field; a person confirms or corrects it before anything is imported. */
import { type RefusalDetail, refuse } from '#kernel'
import { isForbiddenName } from './refusals.ts'

/** A field that a column can fill. `aliases` are other names that files use for it; `kind` is for showing. */
export type MappingTarget = { name: string; label: string; aliases?: readonly string[]; kind: string }

/** How a column was matched: `name` covers name and label. `score` runs from 0 to 1; `why` is a sentence. */
export type MappedColumn = {
  header: string
  target: string
  how: 'name' | 'alias' | 'similar'
  score: number
  why: string
}

/** A column that nothing fits, or that two fields fit alike, and the reason. */
export type UnmappedColumn = { header: string; why: string }

/** Each column is in `mapped` or in `unmapped`, each target in at most one of `mapped`; the others are `unfilled`. */
export type MappingProposal = { mapped: MappedColumn[]; unmapped: UnmappedColumn[]; unfilled: string[] }

/** Names less alike than this are not proposed: `Descripton` is `description`, `Quantity` is not `quality grade`. */
const threshold = 0.6

/** Two fields closer than this to one column are a toss-up, which is for a person to decide. */
const margin = 0.05

/** Proposes a mapping. Refuses FORBIDDEN_KEY for a target or header that reaches a prototype. */
export function proposeMapping(headers: readonly string[], targets: readonly MappingTarget[]): MappingProposal {
  refuseForbidden([...targets.map(({ name }) => name), ...headers])
  const free = new Map(targets.map((target) => [target.name, target]))
  const open = new Set(headers)
  const mapped: MappedColumn[] = []
  const take = (column: MappedColumn) => {
    mapped.push(column)
    free.delete(column.target)
    open.delete(column.header)
  }
  for (const match of [matchName, matchAlias]) {
    for (const header of headers) {
      const column = open.has(header) ? match(header, [...free.values()]) : undefined
      if (column) take(column)
    }
  }
  const reasons = takeSimilar([...open], { free, take })
  const unmapped = headers
    .filter((header) => open.has(header))
    .map((header) => ({ header, why: reasons.get(header) ?? 'no field has a similar name' }))
  const place = (header: string) => headers.indexOf(header)
  return {
    mapped: mapped.toSorted((a, b) => place(a.header) - place(b.header)),
    unmapped,
    unfilled: [...free.keys()],
  }
}

/**
 * Checks a mapping that somebody sends, as header to target. Refuses FORBIDDEN_KEY, and VALIDATION_FAILED for a header
 * that the file lacks, a target that does not exist and a target filled twice.
 */
export function checkMapping(
  mapping: ReadonlyMap<string, string>,
  { headers, targets }: { headers: readonly string[]; targets: readonly Pick<MappingTarget, 'name'>[] },
): void {
  refuseForbidden([...mapping.keys(), ...mapping.values()])
  const names = new Set(targets.map(({ name }) => name))
  const filled = new Map<string, string>()
  const details = [...mapping].flatMap(([header, target]): RefusalDetail[] => {
    const field = `mapping.${header}`
    if (!headers.includes(header)) return [{ field, message: `the file has no column '${header}': leave it out` }]
    if (!names.has(target)) return [{ field, message: `there is no field '${target}': choose one of the entity` }]
    const before = filled.get(target)
    if (before !== undefined) return [{ field, message: `'${before}' already fills '${target}': choose one column` }]
    filled.set(target, header)
    return []
  })
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
}

function refuseForbidden(names: readonly string[]): void {
  const bad = names.filter(isForbiddenName)
  if (bad.length > 0) {
    throw refuse(
      'FORBIDDEN_KEY',
      bad.map((name) => ({ field: name, message: `'${name}' may not be mapped: rename it` })),
    )
  }
}

function matchName(header: string, targets: readonly MappingTarget[]): MappedColumn | undefined {
  const key = normalise(header)
  const target = targets.find(({ name, label }) => key !== '' && [normalise(name), normalise(label)].includes(key))
  return target && { header, target: target.name, how: 'name', score: 1, why: `same name as '${target.label}'` }
}

function matchAlias(header: string, targets: readonly MappingTarget[]): MappedColumn | undefined {
  const key = normalise(header)
  for (const { name, label, aliases = [] } of targets) {
    const alias = aliases.find((candidate) => key !== '' && normalise(candidate) === key)
    if (alias !== undefined) {
      return { header, target: name, how: 'alias', score: 1, why: `'${alias}' is another name of '${label}'` }
    }
  }
  return undefined
}

type Candidate = { header: string; target: MappingTarget; score: number; name: string }

/** Takes the likest pairs first and gives the reason for each column that is left because two fields fit it alike. */
function takeSimilar(
  headers: readonly string[],
  { free, take }: { free: ReadonlyMap<string, MappingTarget>; take: (column: MappedColumn) => void },
): Map<string, string> {
  const reasons = new Map<string, string>()
  const candidates = headers.flatMap((header) => {
    const [best, second] = rank(header, [...free.values()])
    if (!best || best.score < threshold) return []
    if (!second || best.score - second.score >= margin) return [best]
    reasons.set(header, `'${best.target.label}' and '${second.target.label}' fit alike: choose one`)
    return []
  })
  for (const { header, target, score, name } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (free.has(target.name)) {
      const percent = Math.round(score * 100)
      const why = `similar to '${name}' (${percent} %): please check`
      take({ header, target: target.name, how: 'similar', score, why })
    } else {
      reasons.set(header, `'${target.label}' is filled by another column`)
    }
  }
  return reasons
}

function rank(header: string, targets: readonly MappingTarget[]): Candidate[] {
  return targets
    .map((target): Candidate => {
      const names = [target.label, target.name, ...(target.aliases ?? [])]
      const scored = names.map((name) => ({ name, score: similarity(normalise(header), normalise(name)) }))
      const best = scored.reduce((top, next) => (next.score > top.score ? next : top))
      return { header, target, score: best.score, name: best.name }
    })
    .toSorted((a, b) => b.score - a.score)
}

/** Longer names are compared by their beginning: no real header is longer, and the cost grows with the square. */
const comparedLength = 80

/** Letters and digits only, in lower case and without accents: `Unit-Price` and `unitPrice` are the same name. */
function normalise(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return letters.slice(0, comparedLength)
}

/** How alike two names are, 0 to 1: trigrams see words in another order, edit distance sees slips of the hand. */
export function similarity(a: string, b: string): number {
  if (a === '' || b === '') return 0
  return Math.max(trigramShare(a, b), 1 - editDistance(a, b) / Math.max(a.length, b.length))
}

/** The Dice coefficient over trigrams, with the ends marked so that beginnings weigh more. */
function trigramShare(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  const common = [...left].filter((gram) => right.has(gram)).length
  return (2 * common) / (left.size + right.size)
}

function trigrams(name: string): Set<string> {
  const padded = `  ${name} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
