/**
 * The invoices are of December 2010. Their dates are moved forward by whole days, so that the demo company traded until
 * less than a day ago and its figures of today, this week and this month say something. Nothing else of a row changes.
 */
import { createReadStream } from 'node:fs'
import { invoicePath } from './invoice-file.ts'

/** When the last invoice of the file was written, UTC; London keeps winter time. */
const lastInvoice = Date.UTC(2010, 11, 5, 16, 24)
const firstDay = Date.UTC(2010, 11, 1)
const dayMs = 86_400_000

/** Whole days from the file's dates to the demo's, so that none of them is later than `now` (epoch milliseconds). */
export const daysForward = (now: number): number => Math.floor((now - lastInvoice) / dayMs)

/** The day before the first invoice, as the demo dates it: `YYYY-MM-DD`. */
export const openingDay = (now: number): string =>
  new Date(firstDay + (daysForward(now) - 1) * dayMs).toISOString().slice(0, 10)

/** The file with its dates moved; rows keep their order and number. */
export async function* movedInvoices(now: number): AsyncGenerator<Uint8Array> {
  const days = daysForward(now)
  let rest = ''
  for await (const chunk of createReadStream(invoicePath, 'utf8')) {
    const text = rest + String(chunk)
    const end = text.lastIndexOf('\n') + 1
    rest = text.slice(end)
    yield Buffer.from(moved(text.slice(0, end), days))
  }
  yield Buffer.from(moved(rest, days))
}

const moved = (text: string, days: number): string =>
  text.replace(/;(\d{1,2})\/(\d{1,2})\/(\d{4}) /g, (_, day: string, month: string, year: string) => {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)) + days * dayMs)
    return `;${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()} `
  })
