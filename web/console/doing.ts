'use client'
/** Does something and says in passing how it went. */
import { useState } from 'react'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { refusalText } from './form/refusal-text.ts'

export function useDoing() {
  const toast = useToast()
  const words = useWords('ui')
  const [isBusy, setBusy] = useState(false)
  /** Whether it was done; what refused it is shown in the API's words. */
  const run = async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setBusy(true)
    try {
      await work()
      if (done) toast({ text: done })
      return true
    } catch (error) {
      toast({ kind: 'bad', text: refusalText(error, words('unreachable')) })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, run }
}
