import type { Metadata } from 'next'
import { Invitation } from '#web/sign-in/invitation.tsx'

export const metadata: Metadata = { title: 'Invitation' }

export default function Page() {
  return <Invitation />
}
