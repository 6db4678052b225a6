import type { Metadata } from 'next'
import { NothingHere } from '#web/console/nothing-here.tsx'

export const metadata: Metadata = { title: 'Nothing here' }

/** Ours, because the page that Next brings styles itself inline, which the content policy refuses. */
export default function NotFound() {
  return <NothingHere />
}
