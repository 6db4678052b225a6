import { AuditEntryPage } from '#web/audit/audit-entry-page.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <AuditEntryPage key={id} id={id} />
}
