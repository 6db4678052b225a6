'use client'
import { Badge } from '#web/ui/badge.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Level } from './level.rules.ts'

const tones = { out: 'bad', low: 'warn', enough: 'good' } as const

export function LevelBadge({ level }: { level: Level }) {
  const words = useWords('stock.level')
  return <Badge tone={tones[level]}>{words(level)}</Badge>
}
