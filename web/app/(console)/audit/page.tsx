import type { Metadata } from 'next'
import { AuditPage } from '#web/audit/audit-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Audit log' }

export default function Page() {
  return (
    <Words of={['audit', 'finance']}>
      <AuditPage />
    </Words>
  )
}
