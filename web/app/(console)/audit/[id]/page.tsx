import { AuditEntryPage } from '#web/audit/audit-entry-page.tsx'
import { Words } from '#web/words/area.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Words of={['audit']}>
      <AuditEntryPage key={id} id={id} />
    </Words>
  )
}
