import { defineService } from '#kernel'

/** Rung when something was queued, so that a receipt need not wait for the spooler's next look. */
export type PrintBell = {
  ring: () => void
  /** Who hears it from now on. */
  answer: (heard: () => void) => void
}

export const printBell = defineService<PrintBell>('print-bell')

export function createPrintBell(): PrintBell {
  let heard: (() => void) | undefined
  return {
    ring: () => heard?.(),
    answer: (listening) => {
      heard = listening
    },
  }
}
