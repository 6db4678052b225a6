/** Where receipts go: a printer of the network, one at this device, or the browser's dialog. Chosen once a device. */
import type { ReceiptDocument } from '#engines/receipt'
import type { BodyOf } from '#sdk/client'
import { client } from '#web/data/client.ts'
import { sendToUsb } from './usb-printer.ts'

export type Width = 58 | 80
/** `drawer`: whether the cash drawer hangs at that printer. */
export type Chosen =
  | { kind: 'network'; id: string; drawer?: boolean }
  | { kind: 'usb'; width: Width }
  | { kind: 'browser' }
/** What the server knows; a sale that waits, or a report, is nothing that it can print. */
export type Printable = { kind: 'sale' | 'credit-note' | 'session'; id: string }

const key = 'entrepot.till.printer'
export const keepPrinter = (chosen: Chosen): void => localStorage.setItem(key, JSON.stringify(chosen))
export function readPrinter(): Chosen {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Chosen | null) ?? { kind: 'browser' }
  } catch {
    return { kind: 'browser' }
  }
}

const namesOf = { sale: 'saleId', 'credit-note': 'creditNoteId', session: 'registerSessionId' } as const

export async function printOnNetwork(printerId: string, { kind, id }: Printable, openDrawer: boolean): Promise<void> {
  const document: BodyOf<'POST /hardware/print'>['document'] = { [namesOf[kind]]: id }
  await client.call('POST /hardware/print', { body: { printerId, document, ...(openDrawer ? { openDrawer } : {}) } })
}

/** The bytes are made here, by the engine that the server uses; letters that the printer lacks are drawn. */
export async function printOnUsb(document: ReceiptDocument, width: Width, drawer: boolean): Promise<void> {
  const [{ escposOf }, { browserRaster }] = await Promise.all([import('#engines/escpos'), import('./raster.ts')])
  await sendToUsb(escposOf(document, { width, drawer, raster: browserRaster }))
}

/** Opens the drawer without a sale. */
export async function openDrawer(chosen: Chosen): Promise<void> {
  if (chosen.kind === 'network') await client.call('POST /hardware/drawer', { body: { printerId: chosen.id } })
  else if (chosen.kind === 'usb') {
    const { drawerPulse } = await import('#engines/escpos')
    await sendToUsb(drawerPulse())
  }
}

/** Where the PDF of a document is. */
export const pdfOf = ({ kind, id }: Printable, language: string): string => {
  const path = { sale: '/erp/sales', 'credit-note': '/erp/credit-notes', session: '/pos/register-sessions' }[kind]
  return `/api${path}/${id}/receipt?format=pdf&language=${language}`
}
