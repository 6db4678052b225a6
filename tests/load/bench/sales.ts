/**
 * Sales at the till: against the bare statements, of one hot product, of the last units, and what listeners make of
 * them.
 */
import { roleUrl } from '#platform/db'
import type { Bench } from './bench.types.ts'
import { type Figure, quantilesOf, short } from './figures.ts'
import { bringIn } from './ground.ts'
import { figureOf, listenersIdle, loadServer, rateOf, sideBySide, withCpu } from './measure.ts'
import { runBare } from './processes.ts'
import { countText, type Recordings, tripsOf } from './recordings.ts'

const tills = 32
/** As many connections as the server has for transactions by default (DATABASE_POOL). */
const lanes = 8

/** A sale of three lines, at 32 connections. */
export async function saleFigure(bench: Bench, { sale }: Recordings): Promise<Figure> {
  const { productIds } = bench
  return compared(bench, {
    what: 'sale of three lines, 32 connections',
    template: sale,
    kind: saleOf(bench, productIds, 3),
    choices: { product0: productIds, product1: productIds, product2: productIds },
  })
}

/** Everybody sells the same product. */
export async function hotFigure(bench: Bench, { hot }: Recordings): Promise<Figure> {
  const one = bench.productIds.slice(-1)
  return compared(bench, {
    what: 'one hot product, 32 connections',
    template: hot,
    kind: saleOf(bench, one, 1),
    choices: { product0: one },
  })
}

const saleOf = ({ company }: Bench, productIds: string[], lines: number) => {
  const registerIds = company.registers.map(({ id }) => id)
  return { is: 'sale', shopId: company.shopId, registerIds, productIds, lines } as const
}

type Compared = {
  what: string
  template: Recordings['sale']
  kind: ReturnType<typeof saleOf>
  choices: Record<string, string[]>
}

async function compared(bench: Bench, { what, template, kind, choices }: Compared): Promise<Figure> {
  const { company, ground } = bench
  const registers = {
    registerId: company.registers.map(({ id }) => id),
    registerCode: company.registers.map(({ code }) => `${code}/`),
  }
  const job = {
    url: roleUrl(ground.database.url, 'entrepot_app'),
    companyId: company.id,
    connections: lanes,
    template,
    choices: { ...registers, ...choices },
    together: Object.keys(registers),
  }
  const stretch = {
    bare: async (seconds: number) => {
      await listenersIdle(bench)
      return withCpu(bench, () => runBare({ ...job, seconds }))
    },
    ours: (seconds: number) => loadServer(bench, { kind, connections: tills, seconds }),
  }
  const { bare, ours } = await sideBySide(bench, stretch, bench.seconds)
  if (bare.errors > 0) process.stderr.write(`bare statements failed ${bare.errors} times: ${bare.firstError}\n`)
  const ratio = rateOf(ours) / rateOf(bare)
  const { p99 } = quantilesOf(ours.latencies)
  return {
    what,
    ...figureOf(bench, ours),
    bare: `${short(rateOf(bare))}/s`,
    ratio: ratio.toFixed(2),
    statements: countText(template.statements),
    required: 'ratio 0.6, p99 < 100 ms, 4 trips',
    met: ratio >= 0.6 && p99 < 100 && tripsOf(template.statements) <= 4 && ours.errors === 0,
  }
}

/** More tills want a product than there are pieces: as many sales as pieces, and none left. */
export async function lastUnitsFigure(bench: Bench, productId: string): Promise<Figure> {
  const { owner, company, ground } = bench
  await bringIn(owner, company, [productId], '200')
  const side = await loadServer(bench, {
    kind: saleOf(bench, [productId], 1),
    connections: tills,
    seconds: 30,
    requests: 300,
  })
  const [row] = await ground.owner`select on_hand from inventory.stock
    where company_id = ${company.id} and product_id = ${productId}`
  const left = Number(row?.on_hand)
  return {
    what: '200 pieces wanted 300 times',
    ...figureOf(bench, { ...side, firstError: undefined }),
    figure: `${side.done} sold, ${left} left`,
    required: 'never oversold',
    met: side.done === 200 && left === 0,
  }
}

/** How long after the last of many sales the listeners (ledger, dashboard, audit) have applied them all. */
export async function effectsFigure(bench: Bench): Promise<Figure> {
  await listenersIdle(bench)
  const requests = bench.isQuick ? 2_000 : 10_000
  const kind = saleOf(bench, bench.productIds, 3)
  const side = await loadServer(bench, { kind, connections: tills, seconds: 120, requests })
  const lagMs = await listenersIdle(bench)
  return {
    what: `effects after ${requests} sales`,
    ...figureOf(bench, side),
    figure: `${short(lagMs / 1000)} s`,
    bare: `${short(rateOf(side))}/s sold`,
    required: '< 5 s',
    met: lagMs < 5_000,
  }
}
