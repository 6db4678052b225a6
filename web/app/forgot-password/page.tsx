import type { Metadata } from 'next'
import { ForgotPassword } from '#web/sign-in/forgot-password.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Forgotten password' }

export default function Page() {
  return (
    <Words of={['signIn']}>
      <ForgotPassword />
    </Words>
  )
}
