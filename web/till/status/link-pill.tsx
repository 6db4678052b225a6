'use client'
import { CloudOff, CloudUpload, Wifi } from 'lucide-react'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { Button } from '#web/ui/button.tsx'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { Popover } from '#web/ui/popover.tsx'
import { useWords } from '#web/words/words.tsx'

/** Whether the server is there and what waits for it, always in sight; more at a touch. */
export function LinkPill() {
  const words = useWords('till')
  const till = useTill()
  const link = useStore(till.link.state)
  const { isOnline, count, needsSignIn, isLeaseLost, stuck } = link
  const isTroubled = needsSignIn || isLeaseLost || stuck > 0
  const Icon = !isOnline ? CloudOff : count > 0 ? CloudUpload : Wifi
  const text = !isOnline
    ? words('link.offline')
    : needsSignIn
      ? words('link.signedOut')
      : count > 0
        ? words('link.syncing')
        : words('link.online')
  return (
    <Popover
      align="end"
      className="w-80"
      trigger={
        <button
          type="button"
          className={classes(
            'inline-flex h-11 items-center gap-2 rounded-full border px-4 font-medium whitespace-nowrap',
            isOnline && !isTroubled ? 'bg-good-soft text-good-ink' : 'bg-warn-soft text-warn-ink',
          )}
        >
          <Icon aria-hidden className="size-4.5" />
          <span role="status">
            <span className="max-sm:sr-only">{text}</span>
            {count > 0 && <span className="ms-1 tabular-nums">{words('link.waiting', { count })}</span>}
          </span>
        </button>
      }
    >
      <LinkDetails />
    </Popover>
  )
}

function LinkDetails() {
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  const work = useWork()
  const { isOnline, count, stuck, needsSignIn, isLeaseLost, hasLease, offlineSince, lastSyncAt, isSyncing } = useStore(
    till.link.state,
  )
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        <dt className="text-muted">{words('link.state')}</dt>
        <dd className="font-medium">{words(isOnline ? 'link.online' : 'link.offline')}</dd>
        {offlineSince && (
          <>
            <dt className="text-muted">{words('link.since')}</dt>
            <dd>{format.time(offlineSince)}</dd>
          </>
        )}
        <dt className="text-muted">{words('link.waits')}</dt>
        <dd className="tabular-nums">{format.decimal(count)}</dd>
        <dt className="text-muted">{words('link.last')}</dt>
        <dd>{lastSyncAt ? format.time(lastSyncAt) : '–'}</dd>
      </dl>
      {!hasLease && <p className="text-warn-ink">{words('link.noLease')}</p>}
      {needsSignIn && (
        <>
          <p className="text-warn-ink">{words('link.signInSays')}</p>
          <Button size="lg" onClick={() => location.assign('/sign-in?to=%2Ftill')}>
            {words('signIn.go')}
          </Button>
        </>
      )}
      {isLeaseLost && (
        <>
          <p className="text-warn-ink">{words('link.leaseLost')}</p>
          <Button size="lg" isBusy={work.isBusy} onClick={() => void work.run(() => till.link.takeLease())}>
            {words('link.takeLease')}
          </Button>
        </>
      )}
      {stuck > 0 && (
        <>
          <p className="text-bad-ink">{words('link.stuck', { count: stuck })}</p>
          <Button size="lg" onClick={() => void till.link.tryAgain()}>
            {words('link.tryAgain')}
          </Button>
        </>
      )}
      <Problem>{work.problem}</Problem>
      {count > 0 && (
        <Button size="lg" isBusy={isSyncing && isOnline} onClick={() => void till.link.check()}>
          {words('link.sync')}
        </Button>
      )}
    </div>
  )
}
