'use client'
import { usePresent } from '#web/data/live.tsx'
import { useMe } from '#web/data/me.ts'
import { Badge } from '#web/ui/badge.tsx'
import { useWords } from '#web/words/words.tsx'

/** Who else has this record open: worth knowing before one changes it. */
export function WhoElse({ entity, id }: { entity: string; id: string }) {
  const words = useWords('record')
  const { data: me } = useMe()
  const others = usePresent(entity, id).filter((person) => person.id !== me?.id)
  const names = [...new Set(others.map(({ name }) => name))]
  if (names.length === 0) return null
  return <Badge tone="accent">{words('alsoHere', { names: names.slice(0, 3).join(', '), count: names.length })}</Badge>
}
