import { defineModule } from '#kernel'
import { createCompany, deactivateCompany, updateSettings } from './company/company.actions.ts'
import { company } from './company/company.entity.ts'
import { companyStats } from './company/stats.actions.ts'
import { department } from './department/department.entity.ts'
import { countRecords } from './listeners/count-records.ts'
import { sumRevenue } from './listeners/sum-revenue.ts'
import { paymentTerm } from './payment-term/payment-term.entity.ts'

export const companies = defineModule({
  name: 'companies',
  says: 'The companies of the installation, how each keeps its books, and how each is doing.',
  uses: ['auth'],
  resource: 'companies',
  entities: [company, department, paymentTerm],
  actions: [createCompany, deactivateCompany, updateSettings, companyStats],
  listeners: [countRecords, sumRevenue],
  events: {
    'company.created': 'A company was created.',
    'company.deleted': 'A company was deactivated; it can be restored.',
  },
  tables: ['companies.record_count', 'companies.daily_revenue'],
})
