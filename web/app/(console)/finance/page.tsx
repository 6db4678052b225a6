import type { Metadata } from 'next'
import { FinancePage } from '#web/finance/finance-page.tsx'

export const metadata: Metadata = { title: 'Finance' }

export default function Page() {
  return <FinancePage />
}
