import type { Metadata } from 'next'
import { StockPage } from '#web/stock/stock-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Stock' }

export default function Page() {
  return (
    <Words of={['stock']}>
      <StockPage />
    </Words>
  )
}
