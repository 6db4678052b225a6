/** The tables of GSTR-1 out of the sums of a period. Pure; every table is of the same rows, so they agree. */
import { type Decimal, sumDecimal } from '../../kernel/decimal.ts'
import type { Table } from '../gst/shapes.ts'
import { uqcOf } from '../gst/uqc.ts'
import { type CubeRow, chargedRate, type Figures, groupRows, sumFigures } from './cube.ts'

export type TableSum = Figures & { table: Table; documents: number | null }
export type SmallRow = Figures & { isInter: boolean; place: string; rate: Decimal }
export type NilRow = { isInter: boolean; isRegistered: boolean; nil: number; exempt: number; nonGst: number }
export type HsnRow = Figures & { tab: 'b2b' | 'b2c'; hsn: string; uqc: string; rate: Decimal; quantity: Decimal }

/** What stands in each table; documents are counted where the table tells of each. */
export const tableSums = (rows: readonly CubeRow[]): TableSum[] =>
  groupRows(rows.filter(isTold), ({ table }) => table).map(([table, of]) => ({
    table: table as Table,
    documents: table === '7' || table === '8' ? null : new Set(of.map(({ document }) => document?.id)).size,
    ...sumFigures(of),
  }))

const isTold = ({ table }: CubeRow): boolean => table !== 'none'

/** Table 7: what is told by place and rate, less what came back of it. */
export const smallRows = (rows: readonly CubeRow[]): SmallRow[] =>
  groupRows(
    rows.filter(({ table }) => table === '7'),
    (row) => [row.scheme === 'intra' ? 'a' : 'b', row.place, row.rate.padStart(10, '0')].join(),
  ).flatMap(([, of]) => {
    const [first] = of
    return first ? [{ isInter: first.scheme !== 'intra', place: first.place, rate: first.rate, ...sumFigures(of) }] : []
  })

/** Table 8: nil rated, exempt, and outside of GST. */
export const nilRows = (rows: readonly CubeRow[]): NilRow[] =>
  groupRows(
    rows.filter(({ table }) => table === '8'),
    (row) => `${isInter(row)} ${row.buyerGstin !== null}`,
  ).flatMap(([, of]) => {
    const [first] = of
    const sum = (supply: CubeRow['supply']) => sumFigures(of.filter((row) => row.supply === supply)).taxable
    if (!first) return []
    const amounts = { nil: sum('nil'), exempt: sum('exempt'), nonGst: sum('non_gst') }
    return [{ isInter: isInter(first), isRegistered: first.buyerGstin !== null, ...amounts }]
  })

const isInter = ({ place, state, buyerKind }: CubeRow): boolean => place !== state || buyerKind === 'sez'

/**
 * Table 12: one row for each code, unit and rate, those of registered buyers apart. `digits` is how much of a code is
 * told: 4 up to a turnover of 5 crore rupees, 6 above.
 */
export const hsnRows = (rows: readonly CubeRow[], digits: number): HsnRow[] => {
  const coded = rows.filter(isTold).map((row) => ({
    ...row,
    tab: row.buyerGstin === null ? ('b2c' as const) : ('b2b' as const),
    code: (row.hsn ?? '').slice(0, digits),
    uqc: uqcOf(row.unit, row.goodsKind),
    charged: chargedRate(row),
  }))
  return groupRows(coded, ({ tab, code, uqc, charged }) => [tab, code, uqc, charged.padStart(10, '0')].join()).flatMap(
    ([, of]) => {
      const [first] = of
      if (!first) return []
      const { tab, code: hsn, uqc, charged: rate } = first
      const quantity = uqc === 'NA' ? '0' : sumDecimal(of.map((row) => row.quantity))
      return [{ tab, hsn, uqc, rate, quantity, ...sumFigures(of) }]
    },
  )
}

/** Rows of tables that tell of each document, by document. */
export const documentsOf = (rows: readonly CubeRow[], ...wanted: readonly Table[]): CubeRow[][] =>
  groupRows(
    rows.filter(({ table, document }) => wanted.includes(table) && document !== null),
    ({ document }) => `${document?.date} ${document?.number}`,
  ).map(([, of]) => of)
