'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ApiRefusal } from './client.ts'

/** What was read is shown at once and read again in the background; a refusal is an answer, so it is not tried again. */
const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 2 && !(error instanceof ApiRefusal && error.status < 500),
        refetchOnWindowFocus: true,
      },
    },
  })

export function DataProvider({ children }: { children: ReactNode }) {
  const [queries] = useState(makeQueries)
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>
}
