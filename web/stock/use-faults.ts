'use client'
/** What is wrong with a document of stock, at the places where it is: found here, or refused by the server. */
import { useState } from 'react'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { ApiRefusal } from '#web/data/client.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { LineFaults } from './lines.rules.ts'

export function useFaults() {
  const words = useWords('stock.fault')
  const ui = useWords('ui')
  const label = useLabel()
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | undefined>()
  return {
    errorAt: (path: string): string | undefined => said[path],
    /** What belongs to no field. */
    problem,
    clear: () => {
      setSaid({})
      setProblem(undefined)
    },
    /** True when there is nothing to complain about. */
    show: (faults: LineFaults, more: Readonly<Record<string, string>> = {}): boolean => {
      const all = {
        ...Object.fromEntries(Object.entries(faults).map(([path, fault]) => [path, words(fault)])),
        ...more,
      }
      setSaid(all)
      setProblem(undefined)
      return Object.keys(all).length === 0
    },
    refuse: (error: unknown): void => {
      const details = error instanceof ApiRefusal ? error.details : []
      setSaid(
        Object.fromEntries(details.flatMap(({ field, message }) => (field ? [[field, capital(label(message))]] : []))),
      )
      setProblem(refusalText(error, ui('unreachable')))
    },
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
