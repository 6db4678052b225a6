/**
 * Writes docs/reference/map.md: every module, entity, action, event, table and permission with its file. `--check`
 * writes nothing and ends with 1 when the page is not what would be written.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { buildRegistry } from '#kernel'
import { modules } from '../processes/modules.ts'
import { findDefinitions } from './map/definitions.ts'
import { renderMap } from './map/render.ts'

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs/reference/map.md')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
process.exitCode = await run(values.check)

async function run(isCheck: boolean): Promise<number> {
  const wanted = renderMap(buildRegistry(modules), await findDefinitions(root))
  const found = await readFile(page, 'utf8').catch(() => undefined)
  if (found === wanted) return 0
  if (isCheck) {
    console.error(`${relative(root, page)} is out of date: node tools/map.ts`)
    return 1
  }
  await mkdir(dirname(page), { recursive: true })
  await writeFile(page, wanted)
  console.log(`wrote ${relative(root, page)}`)
  return 0
}
