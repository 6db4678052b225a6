'use client'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useMay, useMe } from '#web/data/me.ts'
import { Button } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { Members } from './members.tsx'
import { PeopleHead } from './people-head.tsx'

/** Who works here, and who has been asked to. */
export function PeoplePage() {
  const words = useWords('people')
  const ui = useWords('ui')
  const may = useMay()
  const { data: me } = useMe()
  const [isInviting, setInviting] = useState(false)
  if (me && !may('auth.user.read')) return <Empty title={ui('denied')}>{ui('deniedSays')}</Empty>
  return (
    <>
      <PeopleHead
        title={words('title')}
        says={words('says')}
        actions={
          may('auth.user.create') && (
            <Button look="primary" icon={<UserPlus aria-hidden className="size-4" />} onClick={() => setInviting(true)}>
              {words('invite')}
            </Button>
          )
        }
      />
      <Invitations />
      <Members />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  )
}
