/** Receipts of what is stored: the document's own facts, and who sold it where to whom. */
import {
  creditNoteReceiptOf,
  type ReceiptDocument,
  type ReceiptHeader,
  type ReceiptOptions,
  receiptOf,
  type SessionForReceipt,
  sessionReceiptOf,
} from '#engines/receipt'
import { type Context, subtractMoney } from '#kernel'
import { companyOnReceipt } from '#modules/companies'
import { customerNames } from '#modules/crm'
import { sessionReport } from '#modules/pos'
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

/** X while the register is open, Z once it is counted and closed. Refuses NOT_FOUND. */
export async function sessionReceipt(context: Context, id: string, options: ReceiptOptions): Promise<LoadedReceipt> {
  const report = await sessionReport(context, id)
  const { session, sales, returns, paidIn, paidOut, expected } = report
  const { header } = await around(context, { ...session, customerId: null })
  const figures: SessionForReceipt = {
    ...{ kind: report.kind === 'Z' ? 'z' : 'x', registerName: session.registerName, at: context.now },
    ...{ openedAt: session.openedAt, openedBy: session.openedByName },
    ...{ closedAt: session.closedAt, closedBy: session.closedByName, note: session.reason },
    sales: { count: sales.count, total: sales.total },
    returns: { count: returns.count, total: returns.total },
    tax: subtractMoney(sales.tax, returns.tax),
    tenders: report.tenders.map(({ method, taken, refunded }) => ({ method, amount: subtractMoney(taken, refunded) })),
    cash: {
      ...{ opening: session.openingFloat, paidIn, paidOut, expected },
      ...{ counted: session.counted, variance: session.variance },
    },
  }
  const document = sessionReceiptOf(figures, header, options)
  return { document, shopId: session.shopId, number: `${report.kind} ${session.registerCode}` }
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

/** How each thing that is printed is loaded. */
export const loaders = { sale: saleReceipt, credit_note: creditNoteReceipt, register_session: sessionReceipt } as const
