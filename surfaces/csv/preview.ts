/** What a file would be read as: the detected facts with their evidence, the proposed mapping, and the first rows. */
import type { Actor, Registry } from '#kernel'
import type { ImportPreview } from './answers.ts'
import { sampleBytes } from './detect.ts'
import { type CompanyFacts, type ImportOptions, makePlan, plannedColumns } from './plan.ts'
import { readRows } from './read.ts'
import { makeRowReader } from './rows.ts'
import { only } from './source.ts'
import { targetOf } from './targets.ts'

/** How many rows a preview shows. */
export const previewRows = 20

/** Reads the beginning of a file as an import with these options would. Refuses like the import. */
export async function previewFile(
  registry: Registry,
  {
    actor,
    target: address,
    sample,
    options,
    facts,
  }: {
    actor: Actor
    target: string
    sample: Uint8Array
    options: ImportOptions
    facts: CompanyFacts
  },
): Promise<ImportPreview> {
  const target = targetOf(registry, actor, address)
  const isWhole = sample.length < sampleBytes
  const { plan, proposal } = await makePlan(sample, isWhole, { target, options, facts })
  const read = makeRowReader(plannedColumns(plan, target), plan.currency)
  const end = isWhole ? sample.length : Math.max(sample.lastIndexOf(0x0a) + 1, 1)
  const previewed: ImportPreview['previewed'] = []
  const samples = new Map(plan.header.map((name): [string, string[]] => [name, []]))
  for await (const row of readRows(only(sample.subarray(0, end)), { detected: plan.detected, stripGuard: true })) {
    const { values, links, problems } = read(row)
    for (const [name, shown] of samples) addSample(shown, row.cells[name])
    previewed.push({ row: row.row, values: { ...values, ...Object.fromEntries(links) }, problems })
    if (previewed.length === previewRows) break
  }
  const filled = new Set(Object.values(plan.mapping))
  const missing = target.columns
    .filter(
      ({ name, of, field }) => of === 'value' && field.required && field.default === undefined && !filled.has(name),
    )
    .map(({ name }) => name)
  return { ...plan, proposal, missing, samples: Object.fromEntries(samples), previewed }
}

const samplesShown = 3
const sampleLength = 100

function addSample(shown: string[], cell: string | undefined): void {
  const text = cell?.trim().slice(0, sampleLength)
  if (text && shown.length < samplesShown && !shown.includes(text)) shown.push(text)
}
