import type { Metadata } from 'next'
import { ForgotPassword } from '#web/sign-in/forgot-password.tsx'

export const metadata: Metadata = { title: 'Forgotten password' }

export default function Page() {
  return <ForgotPassword />
}
