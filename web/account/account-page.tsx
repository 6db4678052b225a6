'use client'
import { useMe } from '#web/data/me.ts'
import { PageHead } from '#web/ui/card.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { Password } from './password.tsx'
import { Preferences, Profile } from './profile.tsx'
import { SecondStep } from './second-step.tsx'
import { Sessions } from './sessions.tsx'

/** What is a person's own: who they are, how they see things, and how they get in. */
export function AccountPage() {
  const words = useWords('account')
  const me = useMe()
  if (me.isError) return <Failure error={me.error} retry={me.refetch} />
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={words('title')} says={me.data?.email} />
      {me.data ? (
        <div className="grid gap-4">
          <Profile me={me.data} />
          <Preferences />
          <Password />
          <SecondStep isOn={me.data.mfaEnabled === true} />
          <Sessions />
        </div>
      ) : (
        <SkeletonRows />
      )}
    </div>
  )
}
