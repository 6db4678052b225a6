/** What other modules may use of companies. */
export { company, letterOfUndertaking } from './company/company.entity.ts'
export {
  activeCompany,
  type CompanyOnReceipt,
  type CompanySettings,
  companyOnReceipt,
  companySettings,
  namesOfCompanies,
} from './company/company.queries.ts'
export { type SalesFigure, salesFigureOf } from './company/sales-figure.ts'
export { department } from './department/department.entity.ts'
export { dueDate, type TermRule } from './payment-term/due-date.rules.ts'
export { paymentTerm } from './payment-term/payment-term.entity.ts'
export { paymentTermRule } from './payment-term/payment-term.queries.ts'
