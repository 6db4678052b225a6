'use client'
/**
 * Unsaved work is not left by accident: not by a link, not by the back button, not by closing the window. What goes to
 * another page by itself (a palette, a shortcut) does so by `useGo`.
 */
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useWords } from '#web/words/words.tsx'

const guards = new Set<() => Promise<boolean>>()

/** Goes to a page, unless the person has unsaved work and stays with it. */
export function useGo(): (href: string) => void {
  const router = useRouter()
  return (href) => {
    void mayLeave().then((yes) => yes && router.push(href))
  }
}

/** Whether the page may be left: asks the person where there is unsaved work. */
export async function mayLeave(): Promise<boolean> {
  for (const guard of guards) if (!(await guard())) return false
  return true
}

/** A step in the history that stands for the unsaved page: going back takes this one first, and then one is asked. */
const marker = 'entrepot-unsaved'
const isMarked = (): boolean => (history.state as Record<string, unknown> | null)?.[marker] === true

/** Guards the page while `isDirty`. Answers what lets go of it, to be awaited before one leaves after saving. */
export function useUnsavedGuard(isDirty: boolean): () => Promise<void> {
  const words = useWords('form')
  const confirm = useConfirm()
  const router = useRouter()
  const isReleased = useRef(false)
  const ask = useRef(async () => true)
  ask.current = () =>
    confirm({ title: words('leave'), says: words('leaveSays'), verb: words('leaveVerb'), isDangerous: true })
  useEffect(() => {
    if (!isDirty) return
    isReleased.current = false
    const guard = async () => {
      isReleased.current ||= await ask.current()
      return isReleased.current
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isReleased.current) event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      const href = isReleased.current ? undefined : localHref(event)
      if (href === undefined) return
      event.preventDefault()
      event.stopPropagation()
      void ask.current().then((yes) => {
        if (!yes) return
        isReleased.current = true
        router.push(href)
      })
    }
    const onPop = () => {
      if (isReleased.current || isMarked()) return
      void ask.current().then((yes) => {
        if (!yes) return mark()
        isReleased.current = true
        history.back()
      })
    }
    if (!isMarked()) mark()
    guards.add(guard)
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, { capture: true })
    window.addEventListener('popstate', onPop)
    return () => {
      guards.delete(guard)
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, { capture: true })
      window.removeEventListener('popstate', onPop)
    }
  }, [isDirty, router])
  return async () => {
    isReleased.current = true
    if (isMarked()) await stepBack()
  }
}

const mark = (): void => history.pushState({ ...(history.state as object), [marker]: true }, '', location.href)

function stepBack(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('popstate', () => resolve(), { once: true })
    history.back()
  })
}

/** Where a click would lead within this site, in this window. */
function localHref(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return undefined
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.hasAttribute('download'))
    return undefined
  const url = new URL(link.href)
  if (url.origin !== location.origin || (url.pathname === location.pathname && url.hash !== '')) return undefined
  return url.pathname + url.search + url.hash
}
