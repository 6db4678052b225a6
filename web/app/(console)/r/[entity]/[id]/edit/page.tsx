import { EditPage } from '#web/console/form/edit-page.tsx'

export default async function Page({ params }: { params: Promise<{ entity: string; id: string }> }) {
  const { entity, id } = await params
  return <EditPage key={id} name={decodeURIComponent(entity)} id={id} />
}
