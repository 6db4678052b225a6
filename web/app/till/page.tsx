import type { Metadata } from 'next'
import { TillRoot } from '#web/till/till-root.tsx'

export const metadata: Metadata = { title: 'Till' }

export default function Page() {
  return <TillRoot />
}
