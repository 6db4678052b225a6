import type { Metadata } from 'next'
import { SalesPage } from '#web/sales/sales-page.tsx'

export const metadata: Metadata = { title: 'Sales' }

export default function Page() {
  return <SalesPage />
}
