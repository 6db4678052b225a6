import type { Metadata } from 'next'
import { ResetPassword } from '#web/sign-in/reset-password.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'New password' }

export default function Page() {
  return (
    <Words of={['signIn']}>
      <ResetPassword />
    </Words>
  )
}
