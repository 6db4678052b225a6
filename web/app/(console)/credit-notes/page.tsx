import type { Metadata } from 'next'
import { EntityList } from '#web/console/list/entity-list.tsx'

export const metadata: Metadata = { title: 'Credit notes' }

export default function Page() {
  return <EntityList name="sales.creditNote" />
}
