/** The import of many products, in a process of its own whose memory is watched. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { type Figure, short } from './figures.ts'
import type { Company, Ground } from './ground.ts'
import type { ImportJob, ImportResult } from './import.ts'

export async function importProducts({ folder, database }: Ground, company: Company, count: number) {
  const child = fork(join(import.meta.dirname, 'import.ts'), { execArgv: ['--expose-gc'] })
  const job: ImportJob = { folder, databaseUrl: database.url, companyId: company.id, count }
  child.send(job)
  const result = await new Promise<ImportResult>((resolve, reject) => {
    child.once('message', (said) => resolve(said as ImportResult))
    child.once('exit', (code) => reject(new Error(`the import ended with ${code}`)))
  })
  if (result.imported !== count) throw new Error(`${result.imported} of ${count} imported: ${result.firstError}`)
  return result
}

/**
 * Memory is flat when what is in use after a collection grows by less than 25 % from a tenth of the file to its end.
 * Resident memory is told beside it: it also holds what V8 has not yet cared to collect.
 */
export function importFigure({ seconds, memory, heap }: ImportResult, count: number): Figure {
  const [early = 0] = heap
  return {
    what: `import of ${count} products`,
    figure: `${short(seconds)} s`,
    bare: `heap after a collection at 10, 50, 100 %: ${heap.join(' ')} MB; resident: ${memory.join(' ')} MB`,
    required: '100,000 < 60 s, flat memory',
    met: (seconds * 100_000) / count < 60 && heap.length === 3 && Math.max(...heap) < early * 1.25,
  }
}
