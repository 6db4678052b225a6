'use client'
import { PageHead } from '#web/ui/card.tsx'
import { useWords } from '#web/words/words.tsx'

export function Dashboard() {
  const words = useWords('shell')
  return <PageHead title={words('dashboard')} />
}
