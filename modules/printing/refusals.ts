import { defineRefusals } from '#kernel'

export const printingRefusals = defineRefusals({
  PRINTER_NOT_ALLOWED: { status: 422, says: 'Receipts may not be sent to this address. The details say what may be.' },
  PRINTER_IN_BROWSER: { status: 422, says: 'This printer hangs at the till. Print from there.' },
  PRINTER_HAS_NO_DRAWER: { status: 422, says: 'No cash drawer is connected to this printer.' },
})
