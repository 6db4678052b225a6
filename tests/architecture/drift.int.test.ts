import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../../processes/modules.ts'
import { findDrift, sqlText } from '../../tools/migration/drift.ts'

test('the migrations lead to exactly the schema that the entities declare', async () => {
  const { drifts, faults } = await findDrift(modules)
  const lacking = drifts.map(({ module, statements }) => `-- ${module}\n${sqlText(statements)}`).join('\n')
  assert.equal(lacking, '', 'npm run migration -- <name-of-what-changes>')
  assert.deepEqual(faults, [])
})
