import assert from 'node:assert/strict'
import { test } from 'node:test'
import postgres from 'postgres'
import {
  buildRegistry,
  choice,
  code,
  date,
  defineEntity,
  type EntityDefinition,
  type Fields,
  integer,
  link,
  list,
  type ModuleDefinition,
  money,
  quantity,
  secret,
  state,
  tags,
  text,
} from '#kernel'
import { migrate } from '#platform/db'
import { declaredTables, diff, handWrittenFaults, introspect, normalForm } from '#surfaces/tables'
import { testDatabase } from '../tests/database.ts'

type Further = Partial<Pick<EntityDefinition, 'unique' | 'indexes' | 'checks' | 'immutable'>>
const part = (fields: Fields, further: Further = {}): EntityDefinition =>
  defineEntity('part', { label: 'Part', plural: 'Parts', fields, ...(further as object) })
const makerEntity = defineEntity('maker', { label: 'Maker', plural: 'Makers', fields: { name: text() } })

/** A database that was brought to the declared schema, and what it takes to bring it to the next one. */
async function workshop(work: (step: Step, sql: postgres.Sql) => Promise<void>): Promise<void> {
  const database = await testDatabase()
  try {
    await migrate(database.url, [])
    const sql = postgres(database.url, { max: 1, onnotice: () => undefined })
    await sql`create schema works`
    await work(async (...entities) => {
      const statements = await proposal(sql, entities)
      await sql.unsafe(statements.join(';\n'))
      assert.deepEqual(await proposal(sql, entities), [], 'nothing is left to do after the proposed statements')
      return statements.join(';\n')
    }, sql)
    await sql.end()
  } finally {
    await database.drop()
  }
}

/** Applies what leads to these entities, proves that nothing is left to do, and answers the statements. */
type Step = (...entities: EntityDefinition[]) => Promise<string>

async function proposal(sql: postgres.Sql, entities: EntityDefinition[], more: Partial<ModuleDefinition> = {}) {
  const registry = buildRegistry([{ name: 'works', says: '', uses: [], resource: 'works', entities, ...more }])
  const declared = declaredTables(registry)
  const migrated = await introspect(sql, ['works'])
  const wanted = await normalForm(sql, declared)
  return diff('works', { declared, wanted, migrated, handWritten: new Set(more.tables) })
}

const insert = (sql: postgres.Sql, values: Record<string, unknown>) =>
  sql`insert into works.part ${sql({ company_id: crypto.randomUUID(), id: crypto.randomUUID(), ...values })}`

test('every kind of field has a column, and the proposed SQL leads to exactly the declared schema', () =>
  workshop(async (step) => {
    const fields = {
      sku: code({ required: true, unique: true, search: true }),
      order: integer({ default: 3 }),
      big: integer({ max: 9_000_000_000 }),
      maker: link({ to: () => makerEntity, required: true }),
      price: money({ required: true, default: { amount: 0, currency: 'EUR' } }),
      weight: quantity({ default: '0' }),
      day: date(),
      kind: choice(["o'ne", 'two'], { default: 'two' }),
      status: state(['draft', 'active']),
      words: tags({ default: ["it's"] }),
      lines: list(text(), { max: 4, default: [] }),
      key: secret(),
    }
    const further = { unique: [['maker', 'kind']], indexes: [['day', 'price']], checks: { isLight: 'weight < 9' } }
    const made = await step(part(fields, further), makerEntity)
    assert.match(made, /"order" integer default 3,/)
    assert.match(made, /big bigint,/)
    assert.match(made, /constraint part_maker_id_kind_key unique \(company_id, maker_id, kind\)/)
    assert.match(made, /constraint part_is_light_check check \(weight < 9\)/)
    assert.match(made, /foreign key \(company_id, maker_id\) references works\.maker \(company_id, id\)/)
  }))

test('a required field without a default is proposed with the step that only a person can fill', () =>
  workshop(async (step) => {
    await step(part({ name: text() }))
    const added = await step(part({ name: text(), sku: code({ required: true }) }))
    assert.match(added, /-- rows that are there need a value first: update works\.part set sku = \.\.\./)
  }))

test('a removed field says that it destroys data, and a likely rename is hinted at', () =>
  workshop(async (step) => {
    await step(part({ title: text({ max: 90, search: true }), size: integer() }))
    const renamed = await step(part({ name: text({ max: 90, search: true }) }))
    assert.match(renamed, /-- if title only got another name: alter table works\.part rename column title to name;/)
    assert.match(renamed, /-- destroys data:\nalter table works\.part drop column title/)
    assert.match(renamed, /drop column size/)
  }))

test('new words of a state, another length, another default and another number type are each one change', () =>
  workshop(async (step) => {
    await step(part({ status: state(['draft', 'active']), name: text({ max: 90 }), count: integer({ default: 1 }) }))
    const changed = await step(
      part({
        status: state(['draft', 'active', 'gone']),
        name: text({ max: 120, required: true }),
        count: integer({ default: 2, max: 9_000_000_000 }),
      }),
    )
    assert.match(changed, /check \(status in \('draft', 'active', 'gone'\)\)/)
    assert.match(changed, /check \(char_length\(name\) <= 120\)/)
    assert.match(changed, /alter column name set not null/)
    assert.match(changed, /alter column count type bigint using count::bigint/)
    assert.match(changed, /alter column count set default 2/)
  }))

test('a further search field makes the searched text and its indexes anew', () =>
  workshop(async (step, sql) => {
    await step(part({ name: text({ search: true }), sku: code() }))
    await step(part({ name: text({ search: true }), sku: code({ search: true }) }))
    await insert(sql, { name: 'White Heart', sku: 'A-85123' })
    assert.equal((await sql`select 1 from works.part where search_text like '%a-851%'`).length, 1)
    const company = crypto.randomUUID()
    await sql`insert into works.part (company_id, id, name, sku)
      select ${company}, gen_random_uuid(), md5(n::text), n from generate_series(1, 5000) as n`
    await sql`vacuum analyze works.part`
    const plan =
      await sql`explain select 1 from works.part where company_id = ${company} and search_text like '%heart%'`
    assert.match(JSON.stringify(plan), /part_search_text_trigram_idx/)
  }))

test('the last searched field goes together with the text made of it', () =>
  workshop(async (step) => {
    await step(part({ name: text({ search: true }), size: integer() }))
    assert.match(await step(part({ size: integer() })), /drop column search_text;\n[\s\S]*drop column name/)
  }))

test('entities that lead to each other and to themselves are made in one go', () =>
  workshop(async (step) => {
    const left: EntityDefinition = part({ up: link({ to: () => left }), other: link({ to: () => right }) })
    const right: EntityDefinition = defineEntity('side', {
      label: 'Side',
      plural: 'Sides',
      fields: { back: link({ to: () => left }) },
    })
    await step(left, right)
  }))

test('posted rows are not changed, removed or truncated, by the owner neither', () =>
  workshop(async (step, sql) => {
    await step(part({ name: text() }, { immutable: true }))
    await insert(sql, { name: 'posted' })
    await assert.rejects(sql`update works.part set name = 'other'`, /works\.part is never changed: update is refused/)
    await assert.rejects(sql`delete from works.part`, /delete is refused/)
    await assert.rejects(sql`truncate works.part`, /truncate is refused/)
    assert.match(await step(part({ name: text() })), /drop trigger part_immutable on works\.part/)
  }))

test('an amount without a currency is refused by the table', () =>
  workshop(async (step, sql) => {
    await step(part({ price: money() }))
    await assert.rejects(insert(sql, { price_amount: 5 }), /part_price_check/)
    await insert(sql, { price_amount: 5, price_currency: 'EUR' })
  }))

test('two companies may use one value of a unique field, one company may not', () =>
  workshop(async (step, sql) => {
    await step(part({ sku: code({ unique: true }) }))
    await insert(sql, { company_id: '00000000-0000-7000-8000-000000000001', sku: 'A' })
    await insert(sql, { company_id: '00000000-0000-7000-8000-000000000002', sku: 'A' })
    await assert.rejects(insert(sql, { company_id: '00000000-0000-7000-8000-000000000002', sku: 'A' }), /part_sku_key/)
  }))

test('hand-written tables and parts under other names are left alone; an unknown table is not', () =>
  workshop(async (step, sql) => {
    await step(part({ name: text() }))
    await sql.unsafe(`create index open_parts on works.part (name) where name <> 'closed';
      create table works.tally (company_id uuid not null); create table works.stray (company_id uuid not null)`)
    const left = await proposal(sql, [part({ name: text() })], { tables: ['works.tally'] })
    assert.equal(left.length, 1)
    assert.match(left[0] ?? '', /-- destroys data.*\ndrop table works\.stray/)
  }))

test('a hand-written table that is missing, open or without a company is named', () =>
  workshop(async (_, sql) => {
    await sql.unsafe('create table works.tally (company_id uuid not null); create table works.global (id uuid)')
    const tables = ['works.tally', 'works.global', 'works.absent']
    const faults = await handWrittenFaults(sql, [{ name: 'works', says: '', uses: [], resource: 'works', tables }])
    assert.deepEqual(faults, [
      'works.tally has no forced row security',
      'works.global has no company_id; list it in installationTables',
      'works.absent is in a manifest, but no migration creates it',
    ])
  }))

test('names longer than PostgreSQL keeps stay apart and stay the same', () =>
  workshop(async (step) => {
    const long = (end: string) => `aFieldWithAnUnreasonablyLongNameThatNobody${end}`
    await step(part({ [long('One')]: text({ unique: true }), [long('Two')]: text({ unique: true }) }))
  }))
