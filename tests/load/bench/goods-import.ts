/** The import of many products, in a process of its own whose memory is watched. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { type Figure, short } from './figures.ts'
import type { Company, Ground } from './ground.ts'
import type { ImportJob, ImportResult } from './import.ts'

export async function importProducts({ folder, database }: Ground, company: Company, count: number) {
  const child = fork(join(import.meta.dirname, 'import.ts'))
  const job: ImportJob = { folder, databaseUrl: database.url, companyId: company.id, count }
  child.send(job)
  const result = await new Promise<ImportResult>((resolve, reject) => {
    child.once('message', (said) => resolve(said as ImportResult))
    child.once('exit', (code) => reject(new Error(`the import ended with ${code}`)))
  })
  if (result.imported !== count) throw new Error(`${result.imported} of ${count} imported: ${result.firstError}`)
  return result
}

/** Memory is flat when the second half of the file needs hardly more than the first. */
export function importFigure({ seconds, memory }: ImportResult, count: number): Figure {
  const half = memory.slice(0, Math.ceil(memory.length / 2))
  const growth = Math.max(...memory) / Math.max(...half)
  return {
    what: `import of ${count} products`,
    figure: `${short(seconds)} s`,
    bare: `memory MB ${memory.join(' ')}`,
    required: '100,000 < 60 s, flat memory',
    met: (seconds * 100_000) / count < 60 && growth < 1.25,
  }
}
