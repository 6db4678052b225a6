/**
 * Goods and services tax of India. A category is goods that are taxed alike through time: those that were at 12 or 28 %
 * went to different rates on 22-09-2025, so each way is a category of its own. Which goods go which way is their HSN
 * code's to say, in the schedules of the notifications; the company puts its goods into the categories.
 */
import type { StandardRate, StandardTax } from './standard-taxes.ts'

const first = 'Notification 1/2017-Central Tax (Rate) of 28-06-2017, with its like for IGST'
const second = 'Notification 9/2025-Central Tax (Rate) of 17-09-2025, with its like for IGST; 56th GST Council'
const start = '2017-07-01'
const change = '2025-09-22'
const dayBefore = '2025-09-21'

const rate = (percent: string, validFrom: string, validTo: string | null, source: string): StandardRate => ({
  ...{ code: `GST${percent}`, label: `GST ${percent} %`, percent, validFrom, validTo, source },
})

/** The same percent before and after. */
const lasting = (percent: string): StandardTax => ({
  code: `gst-${percent}`,
  name: `GST ${percent} %`,
  isDefault: percent === '18',
  rates: [rate(percent, start, dayBefore, first), rate(percent, change, null, second)],
})

/** One percent until 21-09-2025, another since. */
const changed = (before: string, after: string): StandardTax => ({
  code: `gst-${before}-to-${after}`,
  name: `GST ${after} %, before ${before} %`,
  isDefault: false,
  rates: [rate(before, start, dayBefore, first), rate(after, change, null, second)],
})

const untaxed = (supply: 'nil' | 'exempt' | 'non_gst', name: string, source: string): StandardTax => ({
  ...{ code: supply.replace('_', '-'), name, isDefault: false, supply },
  rates: [{ code: supply.toUpperCase(), label: name, percent: '0', validFrom: start, validTo: null, source }],
})

export const india: readonly StandardTax[] = [
  lasting('18'),
  lasting('5'),
  lasting('3'),
  changed('28', '40'),
  changed('28', '18'),
  changed('12', '18'),
  changed('12', '5'),
  untaxed('nil', 'Nil rated', 'Schedules of the rate notifications'),
  untaxed('exempt', 'Exempt', 'CGST Act 2017 s. 11; Notification 2/2017-Central Tax (Rate), 10/2025 since 22-09-2025'),
  untaxed('non_gst', 'Outside of GST', 'CGST Act 2017 s. 9(1) and (2)'),
]
