import { receiptRefusals } from '#engines/escpos'
import { defineModule } from '#kernel'
import { prunePrintJobs } from './jobs/prune-print-jobs.ts'
import { cancelJob, openDrawer, print, retryJob } from './print-job/print.actions.ts'
import { printJob } from './print-job/print-job.entity.ts'
import { printingEquations } from './print-job/print-job.equations.ts'
import { printer } from './printer/printer.entity.ts'
import {
  creditNoteReceiptAction,
  receiptHeaderAction,
  saleReceiptAction,
  sessionReceiptAction,
} from './receipt/receipt.actions.ts'
import { printingRefusals } from './refusals.ts'

export const printing = defineModule({
  name: 'printing',
  says: 'Receipts on paper: what they say, the printers of shops, and what is on its way to them.',
  uses: ['companies', 'shops', 'crm', 'sales', 'pos'],
  resource: 'orders',
  entities: [printer, printJob],
  actions: [
    saleReceiptAction,
    creditNoteReceiptAction,
    sessionReceiptAction,
    receiptHeaderAction,
    print,
    openDrawer,
    retryJob,
    cancelJob,
  ],
  jobs: [prunePrintJobs],
  tables: ['printing.waiting'],
  equations: printingEquations,
  refusals: [printingRefusals, receiptRefusals],
  events: {
    'print_job.queued': 'A receipt is to be printed, or the drawer to be opened.',
    'print_job.printed': 'The printer took all of it.',
    'print_job.failed': 'The printer could not be reached however often it was tried.',
    'print_job.cancelled': 'A job was taken back.',
  },
})
