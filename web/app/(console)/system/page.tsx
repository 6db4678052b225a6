import type { Metadata } from 'next'
import { SystemPage } from '#web/system/system-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Events and jobs' }

export default function Page() {
  return (
    <Words of={['system']}>
      <SystemPage />
    </Words>
  )
}
