/** What the event log's tests share: a migrated database, an app whose registry holds the test's own listeners. */

import postgres from 'postgres'
import {
  buildRegistry,
  type Context,
  defineModule,
  type JobDefinition,
  type ListenerDefinition,
  makeIdSource,
} from '#kernel'
import { migrate, openDatabase, roleUrl } from '#platform/db'
import { type Appended, appendEvents } from '#platform/event-log'
import { type App, systemActor } from '#platform/execution'
import { testDatabase } from './database.ts'

export type EventLogWorld = {
  app: App
  ownerUrl: string
  /** As the owner, for making tables and looking underneath. */
  owner: postgres.Sql
  /** The app's clock, to be moved. */
  clock: { now: number }
  /** Appends events of one company in one transaction; `slowMs` keeps it open for so long. */
  append: (companyId: string, events: readonly NewSale[], slowMs?: number) => Promise<void>
  close: () => Promise<void>
}
export type NewSale = { type?: string; amount: number; subject?: string }
export type Behaviour = { listeners?: readonly ListenerDefinition[]; jobs?: readonly JobDefinition[] }

const eventTypes = { 'sale.completed': 'A sale.', 'sale.refunded': 'A refund.', 'sale.counted': 'A count.' }

/** An app over a database of its own (or the given one), with a module `test` that has these listeners and jobs. */
export async function eventLogWorld(behaviour: Behaviour, url?: string): Promise<EventLogWorld> {
  const database = url === undefined ? await testDatabase() : { url, drop: async () => undefined }
  if (url === undefined) {
    await migrate(database.url, [])
    await makeTotals(database.url)
  }
  const clock = { now: Date.parse('2026-03-01T10:00:00Z') }
  const app = makeApp(database.url, behaviour, clock)
  const owner = postgres(database.url, { max: 2, onnotice: () => undefined })
  return {
    app,
    clock,
    owner,
    ownerUrl: database.url,
    append: (companyId, events, slowMs) => append(app, companyId, events, slowMs),
    close: async () => {
      await Promise.all([app.db.close(), owner.end()])
      await database.drop()
    },
  }
}

function makeApp(ownerUrl: string, { listeners = [], jobs = [] }: Behaviour, clock: { now: number }): App {
  const silent = () => undefined
  return {
    registry: buildRegistry([
      defineModule({ name: 'test', says: 'A test.', uses: [], resource: 'test', listeners, jobs, events: eventTypes }),
    ]),
    db: openDatabase({ appUrl: roleUrl(ownerUrl, 'entrepot_app'), relayUrl: roleUrl(ownerUrl, 'entrepot_relay') }),
    clock: () => clock.now,
    newId: makeIdSource({ now: () => clock.now }),
    log: { info: silent, warn: silent, error: silent },
    cursorKey: 'test',
    services: new Map(),
    eventsAppended: silent,
  }
}

/** A read model to apply events to: each company's number and sum of sales, and what was applied in which order. */
async function makeTotals(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  await sql.unsafe(`
    create schema test;
    create table test.total (listener text, company_id uuid, sales bigint not null, amount bigint not null,
      primary key (company_id, listener));
    create table test.applied (id bigint generated always as identity, listener text, company_id uuid, event_seq bigint,
      amount bigint);
    grant usage on schema test to entrepot_app, entrepot_relay;
    grant all on all tables in schema test to entrepot_app, entrepot_relay;`)
  await sql.end()
}

/** A listener that adds up sales and writes each down. `breaks` may throw for an event. */
export function totalling(name: string, { breaks, ...options }: Totalling = {}): ListenerDefinition {
  return {
    name,
    says: 'Adds up sales.',
    on: ['sale.completed'],
    ...options,
    run: async ({ sql, companyId }: Context, events) => {
      for (const event of events) breaks?.(Number(event.data.amount))
      const amounts = events.map(({ data }) => Number(data.amount))
      const seqs = events.map(({ seq }) => seq)
      await sql`insert into test.total (listener, company_id, sales, amount)
        values (${name}, ${companyId}, ${events.length}, ${amounts.reduce((sum, amount) => sum + amount, 0)})
        on conflict (company_id, listener) do update
        set sales = total.sales + excluded.sales, amount = total.amount + excluded.amount`
      await sql`insert into test.applied (listener, company_id, event_seq, amount)
        select ${name}, ${companyId}, seq, amount
        from unnest(${seqs}::bigint[], ${amounts}::bigint[]) as e(seq, amount)`
    },
  }
}
type Totalling = Partial<Omit<ListenerDefinition, 'name' | 'run'>> & { breaks?: (amount: number) => void }

async function append(app: App, companyId: string, sales: readonly NewSale[], slowMs = 0): Promise<void> {
  const events: Appended[] = sales.map(({ type = 'sale.completed', amount, subject }) => ({
    type,
    companyId,
    entity: 'test.sale',
    id: subject ?? app.newId(),
    data: { amount },
  }))
  const context = {
    actor: systemActor(app, 'test', companyId),
    requestId: app.newId(),
    now: new Date(app.clock()).toISOString(),
  }
  await app.db.transaction(companyId, async (sql) => {
    await appendEvents(sql, context, events)
    if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs))
    return { result: undefined }
  })
  app.eventsAppended()
}
