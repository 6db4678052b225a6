import type { Metadata } from 'next'
import { SettingsPage } from '#web/settings/settings-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default function Page() {
  return (
    <Words of={['settings', 'keys']}>
      <SettingsPage />
    </Words>
  )
}
