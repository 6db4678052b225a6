import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Copy, inCopy } from './copy.ts'

/**
 * Prints where a field turns up: tables, JSON schema, OpenAPI and the console's description, from the copy's own code.
 */
const report = `
import { buildRegistry } from '#kernel'
import { describeConsole } from './surfaces/console/describe.ts'
import { openApiDocument } from '#surfaces/openapi'
import { schemasOf } from '#surfaces/schema'
import { declaredTables } from '#surfaces/tables'
import { modules } from './processes/modules.ts'

const registry = buildRegistry(modules)
const create = registry.operations.get('loyalty.pointCard.create')
console.log(JSON.stringify({
  tables: declaredTables(registry),
  schema: schemasOf(create),
  openapi: openApiDocument(registry, { version: '1', publicUrl: 'http://localhost' }),
  console: describeConsole(registry, () => true),
}))
`
const surfaces = ['tables', 'schema', 'openapi', 'console'] as const

async function surfacesOf({ folder, run }: Copy): Promise<Record<string, unknown>> {
  await writeFile(join(folder, 'report.ts'), report)
  return JSON.parse(await run('node', 'report.ts'))
}

const mentions = (surface: unknown, word: string): boolean => JSON.stringify(surface).includes(word)

test('a new module with a new entity type-checks, migrates and stands on every surface', () =>
  inCopy(async (copy) => {
    const { folder, run } = copy
    await run('node', 'tools/new.ts', 'module', 'loyalty')
    const said = await run('node', 'tools/new.ts', 'entity', 'loyalty/point-card')
    assert.match(said, /wrote modules\/loyalty\/migrations\/0001-create-point-card\.sql/)
    const sql = await readFile(join(folder, 'modules/loyalty/migrations/0001-create-point-card.sql'), 'utf8')
    assert.match(sql, /create schema loyalty;/)
    assert.match(sql, /create table loyalty\.point_card \(/)
    await writeFile(
      join(folder, 'tsconfig.made.json'),
      '{ "extends": "./tsconfig.json", "include": ["modules", "processes"] }',
    )
    await run('tsc', '-p', 'tsconfig.made.json')
    await run('node', 'tools/migration.ts', '--check')
    await run('biome', 'check', '--vcs-enabled=false', 'modules', 'processes/modules.ts')
    const found = await surfacesOf(copy)
    for (const surface of surfaces) assert.ok(mentions(found[surface], 'name'), surface)
  }))

test('a second entity joins the first in the manifest', () =>
  inCopy(async ({ folder, run }) => {
    await run('node', 'tools/new.ts', 'module', 'loyalty')
    await run('node', 'tools/new.ts', 'entity', 'loyalty/point-card')
    await run('node', 'tools/new.ts', 'entity', 'loyalty/tier')
    const manifest = await readFile(join(folder, 'modules/loyalty/module.ts'), 'utf8')
    assert.match(manifest, /entities: \[pointCard, tier\],/)
    await readFile(join(folder, 'modules/loyalty/migrations/0002-create-tier.sql'))
  }))

test('a further field is one line and one migration, and is then on every surface', () =>
  inCopy(async (copy) => {
    const { folder, run } = copy
    await run('node', 'tools/new.ts', 'module', 'loyalty')
    await run('node', 'tools/new.ts', 'entity', 'loyalty/point-card')
    const path = join(folder, 'modules/loyalty/point-card/point-card.entity.ts')
    const before = await readFile(path, 'utf8')
    await writeFile(path, before.replace('  fields: {\n', "  fields: {\n    motto: text({ label: 'Motto' }),\n"))
    await assert.rejects(run('node', 'tools/migration.ts', '--check'), 'declared and migrated differ now')
    await run('node', 'tools/migration.ts', 'add-motto')
    const sql = await readFile(join(folder, 'modules/loyalty/migrations/0002-add-motto.sql'), 'utf8')
    assert.match(sql, /alter table loyalty\.point_card add column motto text;/)
    await run('node', 'tools/migration.ts', '--check')
    const found = await surfacesOf(copy)
    for (const surface of surfaces) assert.ok(mentions(found[surface], 'motto'), surface)
  }))

test('nothing that is there is written over', () =>
  inCopy(async ({ run }) => {
    await run('node', 'tools/new.ts', 'module', 'loyalty')
    await assert.rejects(
      run('node', 'tools/new.ts', 'module', 'loyalty'),
      /modules\/loyalty\/module\.ts is there already/,
    )
  }))
