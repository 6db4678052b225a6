import type { Metadata } from 'next'
import { FinancePage } from '#web/finance/finance-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Finance' }

export default function Page() {
  return (
    <Words of={['finance']}>
      <FinancePage />
    </Words>
  )
}
