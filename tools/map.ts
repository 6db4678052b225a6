/**
 * Writes docs/reference/map.md: every module, entity, action, event, table and permission with its file. `--check`
 * writes nothing and ends with 1 when the page is not what would be written.
 */
import { join } from 'node:path'
import { buildRegistry } from '#kernel'
import { modules } from '../processes/modules.ts'
import { findDefinitions } from './map/definitions.ts'
import { renderMap } from './map/render.ts'
import { keepPage } from './page/keep.ts'

const root = join(import.meta.dirname, '..')
process.exitCode = await keepPage({
  name: 'map.md',
  tool: 'tools/map.ts',
  render: async () => renderMap(buildRegistry(modules), await findDefinitions(root)),
})
