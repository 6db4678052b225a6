import type { Metadata } from 'next'
import { PeoplePage } from '#web/people/people-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'People' }

export default function Page() {
  return (
    <Words of={['people', 'roles']}>
      <PeoplePage />
    </Words>
  )
}
