/** The accounts that every company begins with: data, read by whoever makes or finds them. */

export const accountTypes = ['asset', 'liability', 'equity', 'revenue', 'expense'] as const
export type AccountType = (typeof accountTypes)[number]

/**
 * Where the cash flow statement shows what an account changed by: money itself, what trade ties up, what earned or cost
 * nothing in money (depreciation), what is invested, and where money comes from.
 */
export const cashFlows = ['cash', 'operating', 'non_cash', 'investing', 'financing'] as const
export type CashFlow = (typeof cashFlows)[number]

/** Where an account belongs that says nothing itself: by its code in the standard chart, else by its type. */
export function cashFlowOf({
  code,
  type,
  cashFlow,
}: {
  code: string
  type: AccountType
  cashFlow: CashFlow | null
}): CashFlow {
  if (cashFlow !== null) return cashFlow
  if (cashCodes.has(code)) return 'cash'
  return type === 'equity' ? 'financing' : 'operating'
}

/** Cash and bank of the standard chart. */
const cashCodes: ReadonlySet<string> = new Set(['1000', '1030'])

/** What an account is for where the books post by themselves. Each is played by one account of a company. */
export const roles = [
  'cash',
  'card',
  'other_tender',
  'receivable',
  'stock',
  'payable',
  'output_tax',
  'input_tax',
  'customer_deposits',
  'equity',
  'opening_balance',
  'retained_earnings',
  'revenue',
  'other_revenue',
  'cost_of_goods',
  'stock_loss',
  'stock_gain',
  'own_use',
  'count_difference',
  'over_short',
  'till_clearing',
  'output_igst',
  'output_cgst',
  'output_sgst',
  'output_utgst',
  'output_cess',
  'gift_card_liability',
  'store_credit_liability',
  'points_liability',
  'points_revenue',
  'breakage',
  'goodwill',
] as const
export type Role = (typeof roles)[number]

/** A control account equals a sub-ledger (stock, taxes of documents ...), so only documents post to it. */
export type StandardAccount = {
  code: string
  name: string
  type: AccountType
  role: Role | null
  control: boolean
}

type Row = readonly [code: string, name: string, type: AccountType, role: Role | null, control?: 'control']

const rows: readonly Row[] = [
  ['1000', 'Cash', 'asset', 'cash'],
  ['1010', 'Card clearing', 'asset', 'card'],
  ['1020', 'Other tenders', 'asset', 'other_tender'],
  ['1030', 'Bank', 'asset', null],
  ['1040', 'Paid into and out of tills', 'asset', 'till_clearing'],
  ['1100', 'Receivables', 'asset', 'receivable', 'control'],
  ['1150', 'Input tax', 'asset', 'input_tax', 'control'],
  ['1200', 'Stock', 'asset', 'stock', 'control'],
  ['2000', 'Payables', 'liability', 'payable', 'control'],
  ['2100', 'Output tax', 'liability', 'output_tax', 'control'],
  ['2200', 'Customer deposits', 'liability', 'customer_deposits', 'control'],
  ['2300', 'Gift cards', 'liability', 'gift_card_liability', 'control'],
  ['2310', 'Store credit', 'liability', 'store_credit_liability', 'control'],
  ['2320', 'Loyalty points (deferred revenue)', 'liability', 'points_liability', 'control'],
  ['3000', 'Equity', 'equity', 'equity'],
  ['3100', 'Opening balances', 'equity', 'opening_balance'],
  ['3200', 'Retained earnings', 'equity', 'retained_earnings'],
  ['4000', 'Revenue', 'revenue', 'revenue'],
  ['4100', 'Other revenue', 'revenue', 'other_revenue'],
  ['4200', 'Gift cards not spent', 'revenue', 'breakage'],
  ['4900', 'Loyalty points earned and spent', 'revenue', 'points_revenue'],
  ['5000', 'Cost of goods sold', 'expense', 'cost_of_goods'],
  ['5100', 'Stock losses', 'expense', 'stock_loss'],
  ['5110', 'Stock found', 'expense', 'stock_gain'],
  ['5120', 'Goods used ourselves', 'expense', 'own_use'],
  ['5130', 'Counting differences', 'expense', 'count_difference'],
  ['5900', 'Rounding, over and short', 'expense', 'over_short'],
  ['5800', 'Gift cards and credit given away', 'expense', 'goodwill'],
  ['6000', 'Operating expenses', 'expense', null],
]

/** Made when the books first post to them: companies that are not registered for GST have no use for them. */
const rowsOfGst: readonly Row[] = [
  ['2110', 'Output IGST', 'liability', 'output_igst', 'control'],
  ['2120', 'Output CGST', 'liability', 'output_cgst', 'control'],
  ['2130', 'Output SGST', 'liability', 'output_sgst', 'control'],
  ['2140', 'Output UTGST', 'liability', 'output_utgst', 'control'],
  ['2150', 'Output cess', 'liability', 'output_cess', 'control'],
]

const accountOf = ([code, name, type, role, control]: Row): StandardAccount => ({
  ...{ code, name, type, role },
  control: control === 'control',
})

/** What every company begins with. */
export const standardAccounts: readonly StandardAccount[] = rows.map(accountOf)
/** The accounts that are made when they are needed. */
export const accountsOnDemand: readonly StandardAccount[] = rowsOfGst.map(accountOf)
/** The roles that an account of every company plays. */
export const standardRoles: readonly Role[] = standardAccounts.flatMap(({ role }) => role ?? [])
