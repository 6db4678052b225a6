/** A process that imports products through the product's own importer, and watches its own memory. */
import { readConfig } from '#platform/config'
import { systemActor } from '#platform/execution'
import { runImport } from '#surfaces/csv'
import { openApp } from '../../../processes/boot.ts'
import { productFile } from './goods.ts'
import { memoryMb } from './processes.ts'

export type ImportJob = { folder: string; databaseUrl: string; companyId: string; count: number }
/**
 * `memory`: resident MB before and at each tenth of the file. `heap`: MB in use after a collection, at a tenth, at half
 * and at the end of the file.
 */
export type ImportResult = {
  seconds: number
  imported: number
  failed: number
  firstError: string
  memory: number[]
  heap: number[]
}

/** Needs `--expose-gc`. A collection takes some 20 ms, three of them nothing that the figure shows. */
function heapInUse(): number {
  if (!globalThis.gc) throw new Error('run me with --expose-gc')
  globalThis.gc()
  return Math.round(process.memoryUsage().heapUsed / 1_048_576)
}

process.once('message', async ({ folder, databaseUrl, companyId, count }: ImportJob) => {
  const log = { info: () => undefined, warn: () => undefined, error: console.error }
  const { app } = await openApp(readConfig({ DATA_DIR: folder, DEMO: 'off' }), databaseUrl, log)
  const memory = [memoryMb(process.pid)]
  const heap: number[] = []
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
      if (rows < (count / 10) * memory.length) return
      if ([1, 5, 10].includes(memory.length)) heap.push(heapInUse())
      memory.push(memoryMb(process.pid))
    },
  )
  const seconds = (performance.now() - begun) / 1000
  process.send?.({
    seconds,
    imported: report.created,
    failed: report.failed,
    firstError: JSON.stringify(report.errors[0]),
    memory,
    heap,
  } satisfies ImportResult)
  await app.db.close()
  process.disconnect()
})
