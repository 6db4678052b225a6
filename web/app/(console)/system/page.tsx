import type { Metadata } from 'next'
import { SystemPage } from '#web/system/system-page.tsx'

export const metadata: Metadata = { title: 'Events and jobs' }

export default function Page() {
  return <SystemPage />
}
