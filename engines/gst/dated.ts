/** Figures that the law sets and changes: each from a day on, with the source that says so. */
import type { CalendarDate } from '../../kernel/time.ts'

type Dated = { readonly from: CalendarDate; readonly source: string }

/**
 * Above this value (paise, tax included) an inter-state invoice to an unregistered person is told one by one, in table
 * 5 of GSTR-1 (B2C large); others are summed up in table 7.
 */
const largeInvoices: readonly (Dated & { above: number })[] = [
  { from: '2017-07-01', above: 2_50_000_00, source: 'CGST Rules 2017, form GSTR-1, table 5' },
  { from: '2024-08-01', above: 1_00_000_00, source: 'Notification 12/2024-Central Tax of 10-07-2024' },
]

/** The value above which an invoice of the day is large, in paise. */
export const largeAbove = (date: CalendarDate): number => lastOf(largeInvoices, date)?.above ?? 2_50_000_00

/** From this day the address on the invoice decides the place of supply to an unregistered person. */
export const addressDecidesFrom: Dated = {
  from: '2023-10-01',
  source: 'IGST Act 2017 s. 10(1)(ca), put in by s. 160 of the Finance Act 2023, in force by Notification 02/2023-IT',
}

/**
 * The last day on which a credit note for a supply of the date reduces output tax: 30 November after the end of the
 * financial year of the supply (CGST Act 2017 s. 34(2) as amended by the Finance Act 2022, in force 01-10-2022), or the
 * day of the annual return where that was earlier.
 */
export function lastDayToReduce(supplied: CalendarDate, annualReturnOn?: CalendarDate | null): CalendarDate {
  const year = Number(supplied.slice(0, 4)) + (supplied.slice(5) >= '04-01' ? 1 : 0)
  const november = `${year}-11-30`
  return annualReturnOn && annualReturnOn < november ? annualReturnOn : november
}

const lastOf = <D extends Dated>(table: readonly D[], date: CalendarDate): D | undefined =>
  table.findLast(({ from }) => from <= date)
