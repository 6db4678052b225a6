import { NewPage } from '#web/console/form/new-page.tsx'

export default async function Page({ params }: { params: Promise<{ entity: string }> }) {
  const { entity } = await params
  return <NewPage key={entity} name={decodeURIComponent(entity)} />
}
