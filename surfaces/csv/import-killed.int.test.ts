import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import postgres from 'postgres'
import { systemActor } from '#platform/execution'
import { runImport } from '#surfaces/csv'
import { makeCompany } from '../../tests/company.ts'
import { makeWorld } from '../../tests/world.ts'

const rows = 6000

async function* products(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('sku,name\n')
  for (let number = 0; number < rows; number += 1) yield Buffer.from(`P${number},Product ${number}\n`)
}

test('an import whose process was killed goes on behind its last commit: each product and event once', async () => {
  const world = await makeWorld({ listeners: false })
  const owner = postgres(world.ownerUrl, { max: 1 })
  try {
    const { companyId } = await makeCompany(world)
    const script = new URL('../../tests/faults/import-process.ts', import.meta.url).pathname
    const child = spawn(process.execPath, [script, world.ownerUrl, companyId, String(rows)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
    let id = ''
    for await (const line of createInterface({ input: child.stdout })) {
      id = line.split(' ')[0] ?? ''
      child.kill('SIGKILL')
    }
    assert.equal(await ended, 'SIGKILL')
    const [left] = await owner`select state, rows from csv.import_run where id = ${id}`
    assert.equal(left?.state, 'running')
    assert.ok(left?.rows >= 500 && left?.rows < rows, `${left?.rows} rows were committed`)
    // The lease of a dead worker runs out after 20 s; here it is over at once.
    await owner`update csv.import_run set lease_until = now() - interval '1 s' where id = ${id}`
    const actor = systemActor(world.app, 'importer', companyId)
    const call = { actor, companyId, target: 'catalog.product', source: products(), options: { resumeOf: id } }
    const report = await runImport(world.app, call)
    assert.deepEqual([report.state, report.rows, report.created, report.failed], ['done', rows, rows, 0])
    const [found] = await owner`
      select (select count(distinct sku)::int from catalog.product where company_id = ${companyId}) as products,
        (select count(*)::int from event_log.event
          where company_id = ${companyId} and type = 'product.created') as events,
        (select count(*)::int from csv.import_change where company_id = ${companyId}) as changes`
    assert.deepEqual({ ...found }, { products: rows, events: rows, changes: rows })
  } finally {
    await owner.end()
    await world.close()
  }
})
