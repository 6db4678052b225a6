/** What a job sends to its printer. */
import { drawerPulse, escposOf } from '#engines/escpos'
import type { Context } from '#kernel'
import { receiptRaster } from '../paper/raster.ts'
import { loaders } from '../receipt/load.ts'
import { columnsOf } from '../receipt/receipt.actions.ts'
import type { PrinterRecord, PrintJobRecord } from './queue.ts'

/** All copies, one after the other; the drawer opens with the first. */
export async function bytesOf(context: Context, job: PrintJobRecord, printer: PrinterRecord): Promise<Uint8Array> {
  const { what, sourceId, isCopy, language } = job
  if (what === 'drawer') return drawerPulse()
  const { document } = await loaders[what](context, sourceId ?? '', { isCopy, language: language ?? undefined })
  const options = {
    width: printer.width === '58' ? 58 : 80,
    columns: columnsOf(printer.columns),
    codePages: printer.codePages,
    raster: receiptRaster,
  } as const
  const copies = Array.from({ length: job.copies }, (_, index) =>
    escposOf(document, { ...options, drawer: job.opensDrawer && index === 0 }),
  )
  return Buffer.concat(copies)
}
