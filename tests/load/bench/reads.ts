/** Reads: one product by id against a bare route, a page of a long list, and what either costs with more products. */
import type { Bench } from './bench.types.ts'
import { type Figure, quantilesOf, short } from './figures.ts'
import { searches } from './goods.ts'
import { type Company, signIn } from './ground.ts'
import type { Kind } from './load.ts'
import { figureOf, loadServer, rateOf, sideBySide } from './measure.ts'
import { startBareRoute } from './processes.ts'
import { countText, type Recordings } from './recordings.ts'

const productPath = (id: string): string => `/api/erp/products/${id}`
/** A page of 50 with a filter and a search word. */
export const pagePath = (search: string): string =>
  `/erp/products?limit=50&filter[status]=active&q=${encodeURIComponent(search)}`

/** One product by id, signed in, under row security. */
export async function productFigure(bench: Bench, { productRead }: Recordings): Promise<Figure> {
  const bareRoute = await startBareRoute()
  const connections = 32
  const paths = bench.productIds.slice(0, 2_000).map(productPath)
  const { bare, ours } = await sideBySide(
    bench,
    {
      bare: (seconds) =>
        loadServer(bench, {
          kind: { is: 'get', paths: paths.map((path) => path.replace('/api/erp', '')) },
          connections,
          seconds,
          port: bareRoute.port,
        }),
      ours: (seconds) => loadServer(bench, { kind: { is: 'get', paths }, connections, seconds }),
    },
    Math.min(3, bench.seconds),
  )
  bareRoute.stop()
  const ratio = rateOf(ours) / rateOf(bare)
  return {
    what: 'one product by id, 32 connections',
    ...figureOf(bench, ours),
    bare: `${short(rateOf(bare))}/s`,
    ratio: ratio.toFixed(2),
    statements: countText(productRead),
    required: 'ratio 0.2 (beside 10,000/s)',
    met: ratio >= 0.2 && ours.errors === 0,
  }
}

/** A page of 50 with filter and search word, at 8 connections. */
export async function pageFigure(bench: Bench, { page }: Recordings): Promise<Figure> {
  const paths = searches.map((search) => `/api${pagePath(search)}`)
  const load = { kind: { is: 'get', paths } as const, connections: 8 }
  await loadServer(bench, { ...load, seconds: 1 })
  const side = await loadServer(bench, { ...load, seconds: bench.seconds })
  const { p99 } = quantilesOf(side.latencies)
  return {
    what: 'page of 50, filter and word, 8 connections',
    ...figureOf(bench, side),
    statements: countText(page),
    required: 'p99 < 50 ms',
    met: p99 < 50 && side.errors === 0,
  }
}

/** The middle latency of requests one after the other, of a company with few products and of the one with many. */
export async function growthFigures(bench: Bench, small: Company, smallIds: string[]): Promise<Figure[]> {
  const few: Bench = {
    ...bench,
    company: small,
    owner: await signIn(bench.server.port, small.email),
    productIds: smallIds,
  }
  const kinds: Record<string, (of: Bench) => Kind> = {
    'product by id': ({ productIds }: Bench) => ({ is: 'get', paths: productIds.map(productPath) }),
    'first page': () => ({ is: 'get', paths: ['/api/erp/products?limit=50'] }),
    'page with filter and word': () => ({ is: 'get', paths: searches.map((word) => `/api${pagePath(word)}`) }),
    'page with a rare word': () => ({ is: 'get', paths: ['/api/erp/products?limit=50&q=no%20777'] }),
    sale: ({ company, productIds }: Bench) => {
      const registerIds = company.registers.map(({ id }) => id)
      return { is: 'sale', shopId: company.shopId, registerIds, productIds, lines: 3 } as const
    },
  }
  const figures: Figure[] = []
  for (const [what, kind] of Object.entries(kinds)) {
    const middle = async (of: Bench) => {
      await loadServer(of, { kind: kind(of), connections: 1, seconds: 0.5 })
      return quantilesOf((await loadServer(of, { kind: kind(of), connections: 1, seconds: 1.5 })).latencies).p50
    }
    const [withFew, withMany] = [await middle(few), await middle(bench)]
    figures.push({
      what: `growth: ${what}`,
      figure: `${short(withMany)} ms`,
      bare: `${short(withFew)} ms at ${smallIds.length}`,
      ratio: (withMany / withFew).toFixed(2),
      required: 'cost does not grow',
      met: withMany / withFew < 1.5,
    })
  }
  return figures
}
