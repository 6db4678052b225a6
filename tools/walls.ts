/** Judges the graph of imports: `node tools/walls.ts` prints what breaks a wall and ends with 1 when something does. */
import { join } from 'node:path'
import { modules } from '../processes/modules.ts'
import { wallFaults } from './walls/cruise.ts'

const { faults, files } = await wallFaults(join(import.meta.dirname, '..'), modules)
for (const fault of faults) console.error(fault)
console.log(`${files} files read, ${faults.length} imports over a wall`)
process.exitCode = faults.length > 0 ? 1 : 0
