import { RecordPage } from '#web/console/record/record-page.tsx'

export default async function Page({ params }: { params: Promise<{ entity: string; id: string }> }) {
  const { entity, id } = await params
  return <RecordPage key={id} name={decodeURIComponent(entity)} id={id} />
}
