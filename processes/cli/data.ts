import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { exportEntity, type ImportReport, runImport } from '#surfaces/csv'
import { companyId, operator, withInstallation } from './installation.ts'

/** `entrepot import` and `entrepot export`: files in and out, the same as over HTTP. */
export const dataCommands = (): Command[] => [importCommand(), exportCommand()]

type CommandOptions = {
  company: string
  dryRun?: boolean
  map?: string[]
  separator?: string
  encoding?: string
  decimalMark?: '.' | ','
  dateOrder?: 'dmy' | 'mdy' | 'ymd'
  currency?: string
  timeZone?: string
}

function importCommand(): Command {
  return new Command('import')
    .description('Brings a CSV file in. Separator, encoding, decimal mark and date order are detected unless told.')
    .argument('<target>', 'an entity such as catalog.product, or an import such as sales.history')
    .argument('<file>')
    .requiredOption('--company <slug>')
    .option('--dry-run', 'check every row and write nothing')
    .option('--map <column=field...>', 'which column is which field, where the names do not tell')
    .option('--separator <sign>')
    .option('--encoding <name>')
    .option('--decimal-mark <mark>', '. or ,')
    .option('--date-order <order>', 'dmy, mdy or ymd')
    .option('--currency <code>')
    .option('--time-zone <zone>')
    .action(async (target: string, file: string, { company, map, ...options }: CommandOptions) => {
      const failed = await withInstallation(async (opened) => {
        const bytes = (await stat(file)).size
        const bar = new SingleBar({ format: '{bar} {percentage}% {rows} rows' })
        bar.start(bytes, 0, { rows: 0 })
        const id = await companyId(opened, company)
        const report = await runImport(
          opened.app,
          {
            actor: operator(opened.app, id),
            companyId: id,
            target,
            source: createReadStream(file),
            options: { ...options, ...(map ? { mapping: mappingOf(map) } : {}) },
          },
          ({ bytes: done, rows }) => bar.update(done, { rows }),
        ).finally(() => bar.stop())
        printReport(report)
        return report.failed
      })
      if (failed > 0) process.exitCode = 1
    })
}

const mappingOf = (pairs: readonly string[]): Record<string, string> =>
  Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.lastIndexOf('=')), pair.slice(pair.lastIndexOf('=') + 1)]))

function printReport({ rows, created, updated, unchanged, skipped, failed, errors, notes }: ImportReport): void {
  for (const { row, column, message } of errors)
    process.stderr.write(`row ${row}${column ? `, ${column}` : ''}: ${message}\n`)
  for (const { row, message } of notes) process.stderr.write(`row ${row}: ${message}\n`)
  const written = `${created} made, ${updated} changed, ${unchanged} as they were`
  process.stdout.write(`${rows} rows: ${written}, ${skipped} skipped, ${failed} failed\n`)
}

function exportCommand(): Command {
  return new Command('export')
    .description('Writes the records of an entity as CSV, to a file or to standard output.')
    .argument('<entity>', 'such as catalog.product')
    .argument('[file]')
    .requiredOption('--company <slug>')
    .action((entity: string, file: string | undefined, { company }: { company: string }) =>
      withInstallation(async (opened) => {
        const id = await companyId(opened, company)
        const rows = exportEntity(opened.app, { actor: operator(opened.app, id), companyId: id, entity })
        await pipeline(rows, file ? createWriteStream(file) : process.stdout)
      }),
    )
}
