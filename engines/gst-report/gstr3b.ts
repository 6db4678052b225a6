/** Outward supplies of GSTR-3B out of the same sums. Inward ones are nothing: purchases are not kept yet. Pure. */
import { type CubeRow, type Figures, groupRows, sumFigures } from './cube.ts'

export type InterRow = { to: 'unregistered' | 'composition' | 'uin'; place: string } & Pick<Figures, 'taxable' | 'igst'>
export type Gstr3b = {
  /** 3.1(a) taxable, other than zero rated, nil rated and exempt. */
  taxable: Figures
  /** 3.1(b) zero rated: exports and zones. */
  zeroRated: Figures
  /** 3.1(c) nil rated and exempt. */
  exempt: Figures
  /** 3.1(e) outside of GST. */
  nonGst: Figures
  /** Told in GSTR-1 table 4B; the recipients pay, so it is in no row of 3.1. */
  reversed: Figures
  /** 3.2, of what is in 3.1(a). */
  inter: InterRow[]
}

export function gstr3b(rows: readonly CubeRow[]): Gstr3b {
  const told = rows.filter(({ table }) => table !== 'none')
  const of = (is: (row: CubeRow) => boolean) => sumFigures(told.filter(is))
  const at = (place: ReturnType<typeof placeIn3b>) => of((row) => placeIn3b(row) === place)
  return {
    taxable: at('taxable'),
    zeroRated: at('zeroRated'),
    exempt: at('exempt'),
    nonGst: at('nonGst'),
    reversed: at('reversed'),
    inter: interRows(told.filter((row) => placeIn3b(row) === 'taxable')),
  }
}

/** Every row is in one place, so that their sums are the sum of all. */
function placeIn3b(row: CubeRow): keyof Omit<Gstr3b, 'inter'> {
  if (row.scheme === 'lut' || row.scheme === 'paid') return 'zeroRated'
  if (row.supply === 'non_gst') return 'nonGst'
  if (row.supply !== 'taxable') return 'exempt'
  return row.isReversed ? 'reversed' : 'taxable'
}

function interRows(rows: readonly CubeRow[]): InterRow[] {
  const told = rows.flatMap((row) => {
    const to = row.buyerKind
    return row.scheme === 'inter' && (to === 'unregistered' || to === 'composition' || to === 'uin')
      ? [{ ...row, to }]
      : []
  })
  return groupRows(told, ({ to, place }) => `${to} ${place}`).flatMap(([, of]) => {
    const [first] = of
    const { taxable, igst } = sumFigures(of)
    return first ? [{ to: first.to, place: first.place, taxable, igst }] : []
  })
}
