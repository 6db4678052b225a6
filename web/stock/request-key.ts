'use client'
import { useState } from 'react'
import { ApiRefusal } from '#web/data/client.ts'
import { newId } from '#web/till/core/device.ts'

/**
 * The key of a booking that is sent at most once. It is kept while no answer has come, so that sending it again books
 * nothing twice; after an answer, yes or no, what is sent next is another request.
 */
export function useRequestKey(): { key: string; answered: (error?: unknown) => void } {
  const [key, setKey] = useState<string>(newId)
  return {
    key,
    answered: (error) => {
      if (error === undefined || error === null || error instanceof ApiRefusal) setKey(newId())
    },
  }
}
