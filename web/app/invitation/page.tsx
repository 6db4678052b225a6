import type { Metadata } from 'next'
import { Invitation } from '#web/sign-in/invitation.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Invitation' }

export default function Page() {
  return (
    <Words of={['signIn']}>
      <Invitation />
    </Words>
  )
}
