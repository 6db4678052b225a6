import { Dashboard } from '#web/console/dashboard/dashboard.tsx'
import { Words } from '#web/words/area.tsx'

export default function Page() {
  return (
    <Words of={['dashboard']}>
      <Dashboard />
    </Words>
  )
}
