import type { Metadata } from 'next'
import { SettingsPage } from '#web/settings/settings-page.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function Page({ params }: { params: Promise<{ section: string }> }) {
  return <SettingsPage section={(await params).section} />
}
