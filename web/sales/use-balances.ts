'use client'
/** What each way of paying took for a sale and has not given back. */
import { useQuery } from '@tanstack/react-query'
import type { SalesSaleReadAnswer } from '#sdk/sales'
import { client } from '#web/data/client.ts'
import { useMay } from '#web/data/me.ts'
import { balancesOf } from './returnable.rules.ts'

/** Undefined while it is read, and for whoever may not see payments: the server still refuses what is too much. */
export function useBalances({ id, tenders, creditNotes }: SalesSaleReadAnswer) {
  const may = useMay()
  const isUntouched = (creditNotes ?? []).length === 0
  const { data } = useQuery({
    queryKey: ['sales.sale', 'payment', id],
    queryFn: async ({ signal }) => {
      const filter = { sourceEntity: 'sales.sale', sourceId: id }
      const { data: found } = await client.call('GET /payments', { query: { limit: 1, filter }, signal })
      return found[0] ? client.call('GET /payments/:id', { params: { id: found[0].id }, signal }) : null
    },
    enabled: !isUntouched && may('payments.payment.read'),
  })
  if (isUntouched) return tenders.length > 0 ? balancesOf(tenders, []) : undefined
  return data ? balancesOf(data.tenders ?? [], data.refunds ?? []) : undefined
}
