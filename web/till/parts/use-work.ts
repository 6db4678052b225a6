'use client'
import { useState } from 'react'
import { wordsOf } from '#web/till/core/fault.ts'
import { useWords } from '#web/words/words.tsx'

/** Runs one piece of work at a time, and keeps why it failed. */
export function useWork(): {
  isBusy: boolean
  problem: string | undefined
  clear: () => void
  run: (work: () => Promise<void>) => Promise<void>
} {
  const words = useWords('till')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  return {
    ...{ isBusy, problem },
    clear: () => setProblem(undefined),
    run: async (work) => {
      setBusy(true)
      setProblem(undefined)
      try {
        await work()
      } catch (error) {
        setProblem(wordsOf(error, words('noAnswer')))
      } finally {
        setBusy(false)
      }
    },
  }
}
