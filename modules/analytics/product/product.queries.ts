/** Products by what they brought in. */
import type { Context, Decimal } from '#kernel'
import { code, text } from '#kernel'
import { productLabels } from '#modules/catalog'
import { type AnsweredFigures, answerOf, figuresOutput } from '../figures/figures.rules.ts'
import type { Period } from '../figures/period.rules.ts'
import { type Order, readFigures } from '../figures/read.ts'
import type { View } from '../figures/view.ts'

const { averageTicket: _averageTicket, sales: _sales, returns: _returns, ...figures } = figuresOutput

/** A product with its figures; documents are not counted by product. */
export const rankedOutput = { productId: code({ required: true }), sku: text(), name: text(), ...figures }

export type Ranked = Omit<AnsweredFigures, 'averageTicket' | 'sales' | 'returns'> & {
  productId: string
  sku: string | null
  name: string | null
  marginPercent?: Decimal | null
}

type Ranking = Period & { limit: number; order?: Order | undefined; ascending?: boolean | undefined }

/** Goods and services by what they brought in, the most first, by net unless told; charges are left out. */
export async function rankProducts(context: Context, view: View, ranking: Ranking): Promise<Ranked[]> {
  const rows = await readFigures(context, view, { order: 'net', ...ranking, by: ['product'], goodsOnly: true })
  const labels = await productLabels(
    context,
    rows.flatMap(({ productId }) => productId ?? []),
  )
  return rows.map((row) => {
    const { averageTicket: _, sales: _s, returns: _r, ...shown } = answerOf(row, view)
    const productId = row.productId ?? ''
    const label = labels.get(productId)
    return { productId, sku: label?.sku ?? null, name: label?.name ?? null, ...shown }
  })
}
