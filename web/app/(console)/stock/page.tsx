import type { Metadata } from 'next'
import { StockPage } from '#web/stock/stock-page.tsx'

export const metadata: Metadata = { title: 'Stock' }

export default function Page() {
  return <StockPage />
}
