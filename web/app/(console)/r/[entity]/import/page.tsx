import { ImportWizard } from '#web/console/import/import-wizard.tsx'

export default async function Page({ params }: { params: Promise<{ entity: string }> }) {
  const { entity } = await params
  return <ImportWizard key={entity} name={decodeURIComponent(entity)} />
}
