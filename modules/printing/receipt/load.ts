/** Receipts of what is stored: the document's own facts, and who sold it where to whom. */
import {
  creditNoteReceiptOf,
  type ReceiptDocument,
  type ReceiptHeader,
  type ReceiptOptions,
  receiptOf,
} from '#engines/receipt'
import type { Context } from '#kernel'
import { companyOnReceipt } from '#modules/companies'
import { customerNames } from '#modules/crm'
import { wholeCreditNote, wholeSale } from '#modules/sales'
import { shopOnReceipt } from '#modules/shops'

/** `shopId` is where it happened; `number` what people call it by. */
export type LoadedReceipt = { document: ReceiptDocument; shopId: string; number: string }

/** The receipt of a sale within reach. Refuses NOT_FOUND. */
export async function saleReceipt(context: Context, id: string, options: ReceiptOptions): Promise<LoadedReceipt> {
  const sale = await wholeSale(context, id)
  const { header, registerName, customerName } = await around(context, sale)
  const document = receiptOf({ ...sale, registerName, customerName }, header, options)
  return { document, shopId: sale.shopId, number: sale.number }
}

/** The receipt of what came back. Refuses NOT_FOUND. */
export async function creditNoteReceipt(context: Context, id: string, options: ReceiptOptions): Promise<LoadedReceipt> {
  const note = await wholeCreditNote(context, id)
  const { header, registerName, customerName } = await around(context, note)
  const document = creditNoteReceiptOf({ ...note, registerName, customerName }, header, options)
  return { document, shopId: note.shopId, number: note.number }
}

type Place = { shopId: string; registerId: string | null; customerId: string | null }

async function around(context: Context, { shopId, registerId, customerId }: Place) {
  const [company, { registerName, ...shop }, names] = await Promise.all([
    companyOnReceipt(context),
    shopOnReceipt(context, { shopId, registerId }),
    customerNames(context, customerId ? [customerId] : []),
  ])
  const header: ReceiptHeader = { company, shop }
  return { header, registerName, customerName: customerId ? names.get(customerId) : null }
}

/** What the receipts of a shop begin and end with, for tills that must go on without a network. */
export async function receiptHeader(context: Context, shopId: string): Promise<ReceiptHeader> {
  context.requireShop(shopId)
  const [company, { registerName: _registerName, ...shop }] = await Promise.all([
    companyOnReceipt(context),
    shopOnReceipt(context, { shopId }),
  ])
  return { company, shop }
}
