import type { Metadata } from 'next'
import { SettingsPage } from '#web/settings/settings-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function Page({ params }: { params: Promise<{ section: string }> }) {
  return (
    <Words of={['settings', 'keys']}>
      <SettingsPage section={(await params).section} />
    </Words>
  )
}
