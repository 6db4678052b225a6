import { EntityList } from '#web/console/list/entity-list.tsx'

export default async function Page({ params }: { params: Promise<{ entity: string }> }) {
  const { entity } = await params
  return <EntityList key={entity} name={decodeURIComponent(entity)} />
}
