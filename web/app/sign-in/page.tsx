import type { Metadata } from 'next'
import { SignIn } from '#web/sign-in/sign-in.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default function Page() {
  return (
    <Words of={['signIn']}>
      <SignIn />
    </Words>
  )
}
