import { ImportWizard } from '#web/console/import/import-wizard.tsx'
import { Words } from '#web/words/area.tsx'

export default async function Page({ params }: { params: Promise<{ entity: string }> }) {
  const { entity } = await params
  return (
    <Words of={['import']}>
      <ImportWizard key={entity} name={decodeURIComponent(entity)} />
    </Words>
  )
}
