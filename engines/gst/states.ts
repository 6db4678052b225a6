/**
 * States and union territories by the code that GSTINs and returns name them by: a dated table.
 * Source: the list of state codes of the GST portal (first two digits of a GSTIN, rule 10 of the CGST Rules 2017).
 * `ut` is a union territory without a legislature, where UTGST takes the place of SGST (UTGST Act 2017, s. 1(2), s. 7);
 * Delhi, Puducherry, and Jammu and Kashmir have legislatures and levy SGST. Changes: Ladakh from 31-10-2019 (Jammu and
 * Kashmir Reorganisation Act 2019); Daman and Diu (25) is one with Dadra and Nagar Haveli (26) from 26-01-2020
 * (Merger of Union Territories Act 2019).
 */
import type { CalendarDate } from '../../kernel/time.ts'

export type StateHead = 'sgst' | 'utgst'
type State = {
  readonly name: string
  readonly head: StateHead
  readonly from?: CalendarDate
  readonly to?: CalendarDate
}

const state = (name: string): State => ({ name, head: 'sgst' })
const ut = (name: string, dates: Pick<State, 'from' | 'to'> = {}): State => ({ name, head: 'utgst', ...dates })

const states: Readonly<Record<string, State>> = {
  '01': state('Jammu and Kashmir'),
  '02': state('Himachal Pradesh'),
  '03': state('Punjab'),
  '04': ut('Chandigarh'),
  '05': state('Uttarakhand'),
  '06': state('Haryana'),
  '07': state('Delhi'),
  '08': state('Rajasthan'),
  '09': state('Uttar Pradesh'),
  '10': state('Bihar'),
  '11': state('Sikkim'),
  '12': state('Arunachal Pradesh'),
  '13': state('Nagaland'),
  '14': state('Manipur'),
  '15': state('Mizoram'),
  '16': state('Tripura'),
  '17': state('Meghalaya'),
  '18': state('Assam'),
  '19': state('West Bengal'),
  '20': state('Jharkhand'),
  '21': state('Odisha'),
  '22': state('Chhattisgarh'),
  '23': state('Madhya Pradesh'),
  '24': state('Gujarat'),
  '25': ut('Daman and Diu', { to: '2020-01-25' }),
  '26': ut('Dadra and Nagar Haveli and Daman and Diu'),
  '27': state('Maharashtra'),
  '29': state('Karnataka'),
  '30': state('Goa'),
  '31': ut('Lakshadweep'),
  '32': state('Kerala'),
  '33': state('Tamil Nadu'),
  '34': state('Puducherry'),
  '35': ut('Andaman and Nicobar Islands'),
  '36': state('Telangana'),
  '37': state('Andhra Pradesh'),
  '38': ut('Ladakh', { from: '2019-10-31' }),
  '97': ut('Other territory'),
}

/** The place of supply of what leaves the country. */
export const abroad = '96'

/** Codes that may be a place of supply on a date; without one, on any. */
export const stateCodes = (date?: CalendarDate): string[] => [
  ...Object.keys(states)
    .filter((code) => isState(code, date))
    .sort(),
  abroad,
]

/** Whether the code names a state or territory on the date; without one, on any. */
export function isState(code: string, date?: CalendarDate): boolean {
  const found = Object.hasOwn(states, code) ? states[code] : undefined
  if (!found) return false
  return date === undefined || ((found.from ?? '') <= date && date <= (found.to ?? '9999-12-31'))
}

/** The name of a state, such as Karnataka for 29; of the code itself where there is none. */
export const stateName = (code: string): string => states[code]?.name ?? (code === abroad ? 'Outside India' : code)

/** The code of a state by its name, without regard to case; undefined where no state is called so. */
export function stateByName(name: string): string | undefined {
  const wanted = name.trim().toLowerCase()
  return Object.entries(states).find(([, each]) => each.name.toLowerCase() === wanted)?.[0]
}

/** What a state levies beside CGST. */
export const stateHeadOf = (code: string): StateHead => states[code]?.head ?? 'sgst'
