import type { Metadata } from 'next'
import { Register } from '#web/sign-in/register.tsx'

export const metadata: Metadata = { title: 'Sign up' }

export default function Page() {
  return <Register />
}
