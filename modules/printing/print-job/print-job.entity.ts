import { receiptLanguages } from '#engines/receipt'
import { boolean, choice, code, defineEntity, instant, integer, link, state, text } from '#kernel'
import { shop } from '#modules/shops'
import { printer } from '../printer/printer.entity.ts'

export const printedThings = ['sale', 'credit_note', 'register_session', 'drawer'] as const
export type PrintedThing = (typeof printedThings)[number]

/** Something that is to be printed. The receipt is made when it is sent: what it shows never changes. */
export const printJob = defineEntity('printJob', {
  label: 'Print job',
  plural: 'Print jobs',
  says: 'A receipt on its way to a printer, and how often that was tried.',
  path: '/hardware/print-jobs',
  resource: 'orders',
  shop: 'shop',
  fields: {
    printer: link({ label: 'Printer', required: true, list: 3, to: () => printer }),
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    what: choice(printedThings, { label: 'What', required: true, list: 1 }),
    sourceId: code({ label: 'Document', help: 'Its id', max: 36 }),
    number: text({ label: 'Number', max: 80, search: true, list: 2 }),
    status: state(['queued', 'printing', 'printed', 'failed', 'cancelled'], { label: 'Status', list: 4 }),
    copies: integer({ label: 'Copies', required: true, min: 1, max: 5 }),
    isCopy: boolean({ label: 'Marked as copy', required: true }),
    opensDrawer: boolean({ label: 'Opens the drawer', required: true }),
    language: choice(receiptLanguages, { label: 'Language' }),
    attempts: integer({ label: 'Attempts', required: true, min: 0, list: 5 }),
    error: text({ label: 'Error', max: 200, list: 6 }),
    nextAttemptAt: instant({ label: 'Next attempt', required: true }),
    printedAt: instant({ label: 'Printed at' }),
  },
  indexes: [['printer', 'status']],
  title: 'number',
  without: ['create', 'update', 'delete'],
})
