'use client'
import type { CardProblem } from '#web/till/offline/card-limits.rules.ts'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

/** Why no card is taken right now. */
export function useCardWords(): (problem: CardProblem) => string {
  const words = useWords('till')
  const format = useFormat()
  return (problem) => {
    switch (problem.why) {
      case 'unknown':
        return words('cardLimit.unknown')
      case 'hours':
        return words('cardLimit.hours', { hours: problem.hours })
      case 'ticket':
        return words('cardLimit.ticket', { max: format.money(problem.max) })
      case 'total':
        return words('cardLimit.total', { max: format.money(problem.max) })
    }
  }
}
