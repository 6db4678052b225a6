import type { Metadata } from 'next'
import { AccountPage } from '#web/account/account-page.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Your account' }

export default function Page() {
  return (
    <Words of={['account', 'roles']}>
      <AccountPage />
    </Words>
  )
}
