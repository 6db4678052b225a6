import type { Metadata } from 'next'
import { TillRoot } from '#web/till/till-root.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Till' }

export default function Page() {
  return (
    <Words of={['till', 'shell']}>
      <TillRoot />
    </Words>
  )
}
