import type { Metadata } from 'next'
import { VerifyEmail } from '#web/sign-in/verify-email.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Confirm your address' }

export default function Page() {
  return (
    <Words of={['signIn']}>
      <VerifyEmail />
    </Words>
  )
}
