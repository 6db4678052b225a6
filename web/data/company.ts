/** The company that the pages show. */
import { installation } from './companies.ts'
import { useMay, useMe } from './me.ts'
import { useList, useRoute } from './queries.ts'

/** Undefined while it is read, and for whoever may not see the company itself. */
export function useCompany() {
  const { data: me } = useMe()
  const may = useMay()
  const id = me?.companyId ?? ''
  const enabled = id !== '' && id !== installation && may('companies.company.read')
  return useRoute('companies.company', 'GET /companies/:id', { params: { id } }, { enabled }).data
}

/** The currency it trades in. Whoever may not see the company sees it on its goods. */
export function useCurrency(): string | undefined {
  const { data: me } = useMe()
  const may = useMay()
  const company = useCompany()
  const asksGoods = me !== undefined && !may('companies.company.read') && may('catalog.product.read')
  const goods = useList('catalog.product', asksGoods ? '/erp/products' : undefined, {
    limit: 1,
    filter: { price: { empty: false } },
  })
  const price = goods.data?.data[0]?.price as { currency: string } | null | undefined
  return company?.currency ?? price?.currency
}
