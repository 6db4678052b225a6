/** A process that imports products through the product's own importer, and watches its own memory. */
import { readConfig } from '#platform/config'
import { systemActor } from '#platform/execution'
import { runImport } from '#surfaces/csv'
import { openApp } from '../../../processes/boot.ts'
import { productFile } from './goods.ts'
import { memoryMb } from './processes.ts'

export type ImportJob = { folder: string; databaseUrl: string; companyId: string; count: number }
/** `memory`: resident MB before, at each tenth of the file, and at the end. */
export type ImportResult = { seconds: number; imported: number; failed: number; firstError: string; memory: number[] }

process.once('message', async ({ folder, databaseUrl, companyId, count }: ImportJob) => {
  const log = { info: () => undefined, warn: () => undefined, error: console.error }
  const { app } = await openApp(readConfig({ DATA_DIR: folder, DEMO: 'off' }), databaseUrl, log)
  const memory = [memoryMb(process.pid)]
  const begun = performance.now()
  const report = await runImport(
    app,
    {
      actor: systemActor(app, 'bench', companyId),
      companyId,
      target: 'catalog.product',
      source: productFile(count),
      options: { currency: 'GBP', decimalMark: '.' },
    },
    ({ rows }) => {
      if (rows >= (count / 10) * memory.length) memory.push(memoryMb(process.pid))
    },
  )
  const seconds = (performance.now() - begun) / 1000
  process.send?.({
    seconds,
    imported: report.created,
    failed: report.failed,
    firstError: JSON.stringify(report.errors[0]),
    memory,
  } satisfies ImportResult)
  await app.db.close()
  process.disconnect()
})
