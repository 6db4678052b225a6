/**
 * A process that brings in products until it is killed: `node import-process.ts <owner url> <company> <rows> <user>`.
 * Says on standard output how many rows are committed.
 */
import { roleUrl } from '#platform/db'
import { systemActor } from '#platform/execution'
import { runImport } from '#surfaces/csv'
import { composeApp } from '../../processes/compose.ts'
import { modules } from '../../processes/modules.ts'

const [ownerUrl = '', companyId = '', rows = '0'] = process.argv.slice(2)
const silent = () => undefined
const app = composeApp({
  modules,
  log: { info: silent, warn: silent, error: silent },
  secret: 'test',
  services: new Map(),
  database: { appUrl: roleUrl(ownerUrl, 'entrepot_app'), relayUrl: roleUrl(ownerUrl, 'entrepot_relay') },
})

async function* products(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('sku,name\n')
  for (let number = 0; number < Number(rows); number += 1) yield Buffer.from(`P${number},Product ${number}\n`)
}

const actor = systemActor(app, 'importer', companyId)
const report = await runImport(
  app,
  { actor, companyId, target: 'catalog.product', source: products() },
  ({ id, rows: done }) => process.stdout.write(`${id} ${done}\n`),
)
process.stdout.write(`${report.id} done\n`)
await app.db.close()
