import type { Metadata } from 'next'
import { RolesPage } from '#web/people/roles-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Roles' }

export default function Page() {
  return (
    <Words of={['roles', 'people']}>
      <RolesPage />
    </Words>
  )
}
