'use client'
/** Scanners that type, anywhere on the page: the part that was last to ask for it gets what was scanned. */
import { useEffect, useRef } from 'react'
import { type Burst, hear, noBurst, withoutScan } from './wedge.rules.ts'

type Listener = { current: (code: string) => void }
const listeners: Listener[] = []
let burst: Burst = noBurst

export function useScan(onScan: (code: string) => void, isEnabled = true): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    if (!isEnabled) return
    if (listeners.length === 0) addEventListener('keydown', press, true)
    listeners.push(latest)
    return () => {
      listeners.splice(listeners.indexOf(latest), 1)
      if (listeners.length === 0) removeEventListener('keydown', press, true)
    }
  }, [isEnabled])
}

function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const step = hear(burst, event.key, event.timeStamp)
  burst = step.burst
  if (step.scanned === undefined) return
  // What the scanner typed is no word of the field that happened to be open, and its Enter presses no button.
  event.preventDefault()
  event.stopPropagation()
  untype(document.activeElement, step.scanned)
  listeners.at(-1)?.current(step.scanned)
}

function untype(field: Element | null, scanned: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  // React hears of it only through the setter of the element's own kind.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, withoutScan(field.value, scanned))
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
