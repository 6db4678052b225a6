import { defineModule } from '#kernel'
import { customerFigures } from './customer/customer.actions.ts'
import { dashboard } from './dashboard/dashboard.actions.ts'
import { equations } from './equations.ts'
import { dailyInsights } from './insight/daily.actions.ts'
import { customerTables, followCustomers } from './listeners/follow-customers.ts'
import { salesTables, sumSales } from './listeners/sum-sales.ts'
import { productFigures } from './product/product.actions.ts'
import { customReport } from './report/custom.actions.ts'
import { salesReport } from './report/sales.actions.ts'
import { stockFigures } from './stock/stock.actions.ts'

export const analytics = defineModule({
  name: 'analytics',
  says: 'How the business is doing: figures that follow the log, for dashboards and reports.',
  uses: ['companies', 'shops', 'catalog', 'crm', 'inventory', 'sales'],
  resource: 'analytics',
  actions: [dashboard, salesReport, stockFigures, customerFigures, productFigures, customReport, dailyInsights],
  listeners: [sumSales, followCustomers],
  equations,
  tables: [...salesTables, ...customerTables],
})
