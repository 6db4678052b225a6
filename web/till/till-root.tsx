'use client'
import { useCallback, useEffect, useState } from 'react'
import { LiveProvider } from '#web/data/live.tsx'
import { Button } from '#web/ui/button.tsx'
import { useIsInBrowser } from '#web/ui/in-browser.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { TillProvider } from './core/context.tsx'
import { keepForGood } from './core/device.ts'
import { Till } from './core/till.ts'
import { TillPage } from './parts/page.tsx'
import { findStart, type Start } from './place/boot.ts'
import { ChoosePlace } from './place/choose-place.tsx'
import { type Hold, holdTill } from './place/one-tab.ts'
import { keepShell } from './place/shell.ts'
import { Screen } from './screen.tsx'

type Stage = Start | { kind: 'looking' } | { kind: 'other-tab' } | { kind: 'open'; till: Till } | { kind: 'broken' }

/** The till from its first second: who is here, which till it is, and that no other tab is it. */
export function TillRoot() {
  const isInBrowser = useIsInBrowser()
  return isInBrowser ? <Begin /> : <main className="min-h-dvh" />
}

function Begin() {
  const words = useWords('till')
  const [stage, setStage] = useState<Stage>({ kind: 'looking' })
  const look = useCallback(() => {
    setStage({ kind: 'looking' })
    findStart().then(setStage, () => setStage({ kind: 'broken' }))
  }, [])
  useEffect(() => {
    look()
    void keepForGood()
    void keepShell()
  }, [look])
  switch (stage.kind) {
    case 'looking':
      return (
        <TillPage title={words('title')}>
          <SkeletonRows rows={4} />
        </TillPage>
      )
    case 'sign-in':
      return (
        <TillPage title={words('signIn.title')} says={words('signIn.says')}>
          <Button look="primary" size="lg" onClick={() => location.assign('/sign-in?to=%2Ftill')}>
            {words('signIn.go')}
          </Button>
        </TillPage>
      )
    case 'no-network':
    case 'broken':
      return (
        <TillPage
          title={words(stage.kind === 'broken' ? 'broken.title' : 'first.title')}
          says={words(stage.kind === 'broken' ? 'broken.says' : 'first.says')}
        >
          <Button size="lg" onClick={look}>
            {words('retry')}
          </Button>
        </TillPage>
      )
    case 'choose':
      return <ChoosePlace me={stage.me} onChosen={(place) => setStage({ kind: 'ready', me: stage.me, place })} />
    case 'ready':
      return <OneTab start={stage} onMove={look} />
    default:
      return null
  }
}

/** Opens the till in this tab alone; closes it when the tab leaves or loses it. */
function OneTab({ start, onMove }: { start: Extract<Start, { kind: 'ready' }>; onMove: () => void }) {
  const words = useWords('till')
  const [till, setTill] = useState<Till | 'other-tab' | 'broken' | undefined>()
  const [steal, setSteal] = useState(false)
  const { me, place } = start
  useEffect(() => {
    let hold: Hold | undefined
    let opened: Till | undefined
    let isCurrent = true
    const begin = async () => {
      hold = await holdTill({ steal, onLost: () => isCurrent && setTill('other-tab') })
      if (!isCurrent) return hold?.release()
      if (!hold) return setTill('other-tab')
      opened = new Till(place, me)
      await opened.open()
      if (isCurrent) setTill(opened)
    }
    begin().catch(() => isCurrent && setTill('broken'))
    return () => {
      isCurrent = false
      opened?.close()
      hold?.release()
    }
  }, [me, place, steal])
  if (till === 'other-tab')
    return (
      <TillPage title={words('otherTab.title')} says={words('otherTab.says')}>
        <Button
          look="primary"
          size="lg"
          onClick={() => {
            setTill(undefined)
            setSteal(true)
          }}
        >
          {words('otherTab.take')}
        </Button>
      </TillPage>
    )
  if (till === 'broken')
    return (
      <TillPage title={words('broken.title')} says={words('broken.says')}>
        <Button size="lg" onClick={() => location.reload()}>
          {words('retry')}
        </Button>
      </TillPage>
    )
  if (!till)
    return (
      <TillPage title={words('title')} says={`${place.shopName} · ${place.registerName}`}>
        <SkeletonRows rows={4} />
      </TillPage>
    )
  return (
    <TillProvider till={till}>
      <LiveProvider>
        <Screen onMove={onMove} />
      </LiveProvider>
    </TillProvider>
  )
}
