'use client'
import { useQueries } from '@tanstack/react-query'
import { RecordLink } from '#web/console/value.tsx'
import { client } from '#web/data/client.ts'
import { type AnswerOf, useList } from '#web/data/queries.ts'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { boughtOf } from './bought.rules.ts'

const salesRead = 8
const shownMost = 30

/** The goods of the latest sales, each once, with what was paid last. */
export function BoughtLately({ customerId }: { customerId: string }) {
  const words = useWords('customer')
  const format = useFormat()
  const sales = useList('sales.sale', '/erp/sales', { limit: salesRead, sort: '-soldAt', filter: { customerId } })
  const read = useQueries({
    queries: (sales.data?.data ?? []).map(({ id }) => ({
      queryKey: ['sales.sale', 'whole', id],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<AnswerOf<'GET /erp/sales/:id'>> =>
        client.call('GET /erp/sales/:id', { params: { id }, signal }),
      staleTime: 60_000,
    })),
    combine: (answers) => ({
      isPending: answers.some((answer) => answer.isPending),
      sales: answers.flatMap(({ data }) => data ?? []),
    }),
  })
  if (sales.isError) return <Failure error={sales.error} retry={sales.refetch} />
  if (!sales.data || read.isPending) return <SkeletonRows rows={5} />
  const bought = boughtOf(read.sales).slice(0, shownMost)
  if (bought.length === 0) return <Empty title={words('nothingBought')} />
  return (
    <div className="overflow-x-auto rounded-xl border bg-surface">
      <table className="w-full">
        <caption className="sr-only">{words('bought')}</caption>
        <thead>
          <tr className="border-b text-muted text-xs">
            <th scope="col" className="px-4 py-2 text-start font-medium">
              {words('product')}
            </th>
            <th scope="col" className="px-4 py-2 text-end font-medium">
              {words('quantity')}
            </th>
            <th scope="col" className="px-4 py-2 text-end font-medium">
              {words('price')}
            </th>
            <th scope="col" className="px-4 py-2 text-start font-medium">
              {words('last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bought.map(({ productId, name, sku, quantity, unitPrice, soldAt }) => (
            <tr key={productId ?? sku} className="border-b last:border-0">
              <td className="px-4 py-2">
                {productId ? <RecordLink entity="catalog.product" id={productId} title={name} /> : name}
                <span className="ms-2 text-muted text-xs">{sku}</span>
              </td>
              <td className="px-4 py-2 text-end tabular-nums">{format.decimal(quantity)}</td>
              <td className="px-4 py-2 text-end tabular-nums">{format.money(unitPrice)}</td>
              <td className="px-4 py-2">{format.date(soldAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="border-t px-4 py-2 text-muted text-xs">{words('boughtSays', { count: salesRead })}</p>
    </div>
  )
}
