/** Receipts to test with, one for each thing that is particular. */
import {
  type CreditNoteForReceipt,
  creditNoteReceiptOf,
  type ReceiptDocument,
  type ReceiptHeader,
  receiptOf,
  type SaleForReceipt,
  type SessionForReceipt,
  sessionReceiptOf,
} from '../receipt.ts'

export const money = (currency: string) => (amount: number) => ({ amount, currency })
const gbp = money('GBP')

export const gifts: ReceiptHeader = {
  company: { name: 'Gift Wholesale', legalName: 'Gift Wholesale Ltd', taxNumber: 'GB 123 4567 89' },
  shop: {
    name: 'London',
    address: { lines: '1 Long Lane', postalCode: 'EC1A 9HF' },
    city: 'London',
    phone: '+44 20 7946 0000',
    timeZone: 'Europe/London',
    receipt: { header: 'Open daily 9 to 6', footer: 'Thank you for your visit\nGoods may come back for 30 days' },
  },
}

type Line = SaleForReceipt['lines'][number]
type LineDraft = Pick<Line, 'name' | 'quantity'> & { price: number; net: number; gross: number; unit?: string }
const lineIn =
  (currency: string, includesTax: boolean) =>
  ({ name, quantity, price, net, gross, unit = 'pcs' }: LineDraft): Line => {
    const inMoney = money(currency)
    return {
      ...{ name, sku: 'A1', quantity, unit, includesTax },
      ...{ unitPrice: inMoney(price), net: inMoney(net), gross: inMoney(gross) },
    }
  }
const gift = lineIn('GBP', true)

export const britishSale: SaleForReceipt = {
  number: 'LON-1/2025/000042',
  soldAt: '2025-03-30T13:05:00.000Z',
  lines: [
    gift({ name: 'White hanging heart T-light holder', quantity: '2', price: 295, net: 492, gross: 590 }),
    gift({ name: 'Café crème mug £', quantity: '1', price: 1250, net: 1042, gross: 1250 }),
    gift({ name: 'Ribbon', quantity: '1.5', unit: 'm', price: 100, net: 125, gross: 150 }),
  ],
  net: gbp(1659),
  tax: gbp(331),
  total: gbp(1990),
  taxes: [{ code: 'VAT', label: 'VAT 20%', percent: '20', net: gbp(1659), tax: gbp(331) }],
  tenders: [
    { method: 'card', amount: gbp(1000), reference: '4242' },
    { method: 'cash', amount: gbp(1000) },
  ],
  change: gbp(10),
  cashierName: 'Jo Miller',
  registerName: 'Front counter',
}

const plain = (header: Partial<ReceiptHeader['company']>, timeZone: string): ReceiptHeader => ({
  company: { name: 'Shop', ...header },
  shop: { name: 'Shop', timeZone },
})

/** A sale of one line for exact cash. */
export function smallSale(currency: string, amount: number, name = 'Tea'): SaleForReceipt {
  const inMoney = money(currency)
  return {
    number: 'R1/2025/000001',
    soldAt: '2025-03-30T13:05:00.000Z',
    lines: [lineIn(currency, true)({ name, quantity: '3', price: amount, net: amount * 3, gross: amount * 3 })],
    ...{ net: inMoney(amount * 3), tax: inMoney(0), total: inMoney(amount * 3), taxes: [] },
    ...{ tenders: [{ method: 'cash', amount: inMoney(amount * 3) }], change: inMoney(0) },
  }
}

const inr = money('INR')
export const indianSale: SaleForReceipt = {
  number: 'MUM-1/2025-26/000007',
  soldAt: '2025-03-30T13:05:00.000Z',
  lines: [
    lineIn('INR', false)({ name: 'Silk sari', quantity: '100', price: 123_456, net: 12_345_600, gross: 14_567_808 }),
  ],
  ...{ net: inr(12_345_600), tax: inr(2_222_208), total: inr(14_567_808), change: inr(0) },
  taxes: [
    {
      ...{ code: 'GST18', label: 'GST 18%', percent: '18', net: inr(12_345_600), tax: inr(2_222_208) },
      components: [
        { code: 'CGST', label: 'CGST', tax: inr(1_111_104) },
        { code: 'SGST', label: 'SGST', tax: inr(1_111_104) },
      ],
    },
  ],
  tenders: [{ method: 'card', amount: inr(14_567_808) }],
}

export const britishReturn: CreditNoteForReceipt = {
  number: 'LON-1/2025/C000003',
  saleNumber: 'LON-1/2025/000042',
  returnedAt: '2025-04-02T09:30:00.000Z',
  lines: [{ name: 'Café crème mug £', quantity: '1', unit: 'pcs', gross: gbp(1250), reason: 'Damaged' }],
  ...{ net: gbp(1042), tax: gbp(208), total: gbp(1250) },
  taxes: [{ code: 'VAT', label: 'VAT 20%', percent: '20', net: gbp(1042), tax: gbp(208) }],
  refunds: [{ method: 'card', amount: gbp(1250) }],
  cashierName: 'Jo Miller',
}

export const britishSession: SessionForReceipt = {
  ...{ kind: 'z', number: 'LON-1/Z000012', registerName: 'Front counter' },
  ...{ openedAt: '2025-03-30T08:00:00.000Z', openedBy: 'Jo Miller' },
  ...{ closedAt: '2025-03-30T17:00:00.000Z', closedBy: 'Jo Miller', at: '2025-03-30T17:00:10.000Z' },
  sales: { count: 48, total: gbp(123_456) },
  returns: { count: 2, total: gbp(2500) },
  tax: gbp(20_159),
  tenders: [
    { method: 'cash', amount: gbp(50_000) },
    { method: 'card', amount: gbp(70_956) },
  ],
  cash: {
    ...{ opening: gbp(10_000), paidIn: gbp(0), paidOut: gbp(1500), expected: gbp(58_500) },
    ...{ counted: gbp(58_400), variance: gbp(-100) },
  },
}

const turkish = plain({ name: 'İğne İplik Çarşısı', taxNumber: '1234567890' }, 'Europe/Istanbul')
const longName =
  'Hand-painted porcelain teapot with matching strainer, saucer and a lid that does not fall off when pouring'

/** By the name of their golden files. */
export const receipts: Readonly<Record<string, ReceiptDocument>> = {
  'sale-gbp': receiptOf(britishSale, gifts),
  'sale-gbp-copy': receiptOf(britishSale, gifts, { isCopy: true, isPending: true }),
  'sale-tr': receiptOf(smallSale('TRY', 123_450, 'Güneş gözlüğü ışıltılı şık'), turkish, { language: 'tr' }),
  'sale-inr': receiptOf(indianSale, plain({ taxNumber: '27AAPFU0939F1ZV' }, 'Asia/Kolkata')),
  'sale-long-names': receiptOf(smallSale('GBP', 2999, longName), gifts),
  'sale-jpy': receiptOf(smallSale('JPY', 1980), plain({}, 'Asia/Tokyo')),
  'sale-kwd': receiptOf(smallSale('KWD', 1_234_567), plain({}, 'Asia/Kuwait')),
  'credit-note-gbp': creditNoteReceiptOf(britishReturn, gifts),
  'session-gbp': sessionReceiptOf(britishSession, gifts),
}
