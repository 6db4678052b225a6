/**
 * How one file is read: its dialect, its header and which column fills which field. Settled once, kept with the run.
 */
import { isCurrency, isTimeZone, type RefusalDetail, refuse } from '#kernel'
import type { CellFormat } from './cells.ts'
import type { DateOrder } from './date-order.ts'
import { type Detected, detect, type Overrides } from './detect.ts'
import { separators } from './dialect.ts'
import type { Encoding } from './encoding.ts'
import { checkMapping, type MappingProposal, proposeMapping } from './mapping.ts'
import { readRows } from './read.ts'
import { only } from './source.ts'
import type { ImportTarget, TargetColumn } from './targets.ts'

/**
 * What the caller of an import may say; everything else is found out. `mapping` is header to field name, and to an
 * empty name where a column is to be left out; columns that it does not name are filled by their own names.
 */
export type ImportOptions = Omit<Overrides, 'encoding' | 'separator' | 'quote'> & {
  encoding?: string
  separator?: string
  quote?: string | null
  mapping?: Readonly<Record<string, string>>
  timeZone?: string
  currency?: string
}

/** A plan as it is stored. */
export type Plan = {
  detected: Detected
  header: string[]
  mapping: Record<string, string>
  unmapped: string[]
  timeZone: string
  currency: string
}

/** The company's currency (ISO 4217) and zone (IANA), where the file says nothing else. */
export type CompanyFacts = { currency: string; timeZone: string }

/**
 * Detects, proposes and checks. Refuses CSV_INVALID for an unreadable file, VALIDATION_FAILED for a mapping that lacks.
 */
export async function makePlan(
  sample: Uint8Array,
  isWhole: boolean,
  { target, options, facts }: { target: ImportTarget; options: ImportOptions; facts: CompanyFacts },
): Promise<{ plan: Plan; proposal: MappingProposal }> {
  const detected = detect(sample, checkOptions(options))
  const header = await headerOf(sample, isWhole, detected)
  const proposal = proposeMapping(header, target.columns)
  const mapping = mappingOf(options.mapping ?? {}, proposal)
  checkMapping(new Map(Object.entries(mapping)), { headers: header, targets: target.columns })
  const { currency = facts.currency, timeZone = facts.timeZone } = options
  const unmapped = header.filter((name) => !Object.hasOwn(mapping, name))
  return { plan: { detected, header, mapping, unmapped, currency, timeZone }, proposal }
}

/** Only names and aliases map by themselves; what is merely similar waits for a person to say so. */
function mappingOf(stated: Readonly<Record<string, string>>, { mapped }: MappingProposal): Record<string, string> {
  const filled = new Set(Object.values(stated))
  const sure = mapped.filter(
    ({ header, target, how }) => how !== 'similar' && !Object.hasOwn(stated, header) && !filled.has(target),
  )
  const wanted = Object.entries(stated).filter(([, name]) => name !== '')
  return Object.fromEntries([...wanted, ...sure.map(({ header, target }) => [header, target])])
}

/** Refuses a plan without the columns by which records are known, or documents held together. */
export function checkPlan({ mapping }: Plan, target: ImportTarget): void {
  const filled = new Set(Object.values(mapping))
  const needed = target.kind === 'records' ? target.identity.slice(0, 1) : requiredOf(target)
  const details = needed
    .filter((name) => !filled.has(name))
    .map((name): RefusalDetail => ({ field: `mapping.${name}`, message: `name the column that fills '${name}'` }))
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
}

function requiredOf({ definition }: Extract<ImportTarget, { kind: 'documents' }>): string[] {
  const required = Object.entries(definition.fields).filter(
    ([, { required, default: value }]) => required && value === undefined,
  )
  return [...new Set([...(definition.groupBy ? [definition.groupBy] : []), ...required.map(([name]) => name)])]
}

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'latin1']
const quotes = ['"', "'", null] as const

/** The overrides for detection, once every word that the caller gave is one that we know. */
function checkOptions({ timeZone, currency, mapping: _, ...options }: ImportOptions): Overrides {
  const { encoding, separator, quote, ...rest } = options
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw invalid('timeZone', 'Use a name of the IANA database, such as Europe/London.')
  }
  if (currency !== undefined && !isCurrency(currency)) throw invalid('currency', 'Use a code of ISO 4217, such as GBP.')
  const overrides: Overrides = rest
  if (encoding !== undefined) overrides.encoding = oneOf('encoding', encoding, encodings)
  if (separator !== undefined) overrides.separator = oneOf('separator', separator, separators)
  if (quote !== undefined) overrides.quote = oneOf('quote', quote, quotes)
  return overrides
}

function oneOf<T extends string | null>(field: string, given: string | null, known: readonly T[]): T {
  const found = known.find((each) => each === given)
  if (found === undefined) throw invalid(field, `Use one of ${known.map((each) => JSON.stringify(each)).join(', ')}.`)
  return found
}

const invalid = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message }])

/** The header as the reader will see it, so that a forged or broken one is refused before anything is stored. */
async function headerOf(sample: Uint8Array, isWhole: boolean, detected: Detected): Promise<string[]> {
  const end = isWhole ? sample.length : lastLineEnd(sample)
  for await (const { cells } of readRows(only(sample.subarray(0, end)), { detected, stripGuard: true }))
    return Object.keys(cells)
  return detected.columns.map(({ name }) => name).filter((name) => name !== '')
}

function lastLineEnd(sample: Uint8Array): number {
  const at = sample.lastIndexOf(0x0a)
  return at < 0 ? sample.length : at + 1
}

/** A column of the file with its field and the way its cells are spelled. */
export type PlannedColumn = { header: string; column: TargetColumn; format: CellFormat }

/** The mapped columns, in the order of the file. */
export function plannedColumns(plan: Plan, target: ImportTarget): PlannedColumn[] {
  const columns = new Map(target.columns.map((column) => [column.name, column]))
  const found = new Map(plan.detected.columns.map((column) => [column.name, column]))
  const orders = plan.detected.columns.flatMap(({ dateOrder }) => (dateOrder ? [dateOrder.value] : []))
  const usual: DateOrder = orders[0] ?? 'ymd'
  return plan.header.flatMap((header) => {
    const column = columns.get(plan.mapping[header] ?? '')
    if (!column) return []
    const { decimalMark, dateOrder } = found.get(header) ?? {}
    const format = {
      decimalMark: decimalMark?.value ?? '.',
      dateOrder: dateOrder?.value ?? usual,
      timeZone: plan.timeZone,
    }
    return [{ header, column, format }] as PlannedColumn[]
  })
}
