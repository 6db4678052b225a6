import type { Metadata } from 'next'
import { Register } from '#web/sign-in/register.tsx'
import { Words } from '#web/words/area.tsx'

export const metadata: Metadata = { title: 'Sign up' }

export default function Page() {
  return (
    <Words of={['signIn']}>
      <Register />
    </Words>
  )
}
