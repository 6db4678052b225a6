/** The installation as a whole: whether its equations hold after the load, and how fast it starts. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { examine } from '#platform/doctor'
import { type Figure, short } from './figures.ts'
import { type Ground, withApp } from './ground.ts'
import { type Server, startServer } from './processes.ts'

/** The doctor over all that the bench has done. */
export async function doctorFigure(ground: Ground): Promise<Figure> {
  const broken: string[] = []
  let equations = 0
  await withApp(ground, async (app) => {
    for await (const { equation, breaches } of examine(app.db.relay, app.registry, Date.now)) {
      equations += 1
      if (breaches.length > 0) broken.push(`${equation}: ${JSON.stringify(breaches[0])}`)
    }
  })
  for (const line of broken) process.stderr.write(`${line}\n`)
  return { what: 'doctor', figure: `${equations} equations, ${broken.length} broken`, met: broken.length === 0 }
}

/** Starts on the data that is there, with the database down before, and on an empty folder with the demo. */
export async function startFigures(ground: Ground, server: Server): Promise<Figure[]> {
  await server.stop()
  await ground.database.stop()
  const again = await startServer({ DATA_DIR: ground.folder })
  await again.stop()
  const empty = await mkdtemp(join(tmpdir(), 'entrepot-bench-new-'))
  const fresh = await startServer({ DATA_DIR: empty, DEMO: 'on' })
  await fresh.stop()
  await rm(empty, { recursive: true, force: true })
  const line = (what: string, { readyMs }: Server, limitS: number): Figure => ({
    what,
    figure: `${short(readyMs / 1000)} s`,
    required: `< ${limitS} s`,
    met: readyMs < limitS * 1000,
  })
  return [line('start with data in place', again, 5), line('start from nothing, with the demo', fresh, 20)]
}
