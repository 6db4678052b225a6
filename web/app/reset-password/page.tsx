import type { Metadata } from 'next'
import { ResetPassword } from '#web/sign-in/reset-password.tsx'

export const metadata: Metadata = { title: 'New password' }

export default function Page() {
  return <ResetPassword />
}
