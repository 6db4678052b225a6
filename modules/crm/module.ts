import { defineModule } from '#kernel'
import { customer } from './customer/customer.entity.ts'
import { customerAddress } from './customer-address/customer-address.entity.ts'
import { customerGroup } from './customer-group/customer-group.entity.ts'

export const crm = defineModule({
  name: 'crm',
  says: 'Who buys from the company: customers, their groups and addresses.',
  uses: ['companies'],
  resource: 'customers',
  entities: [customerGroup, customer, customerAddress],
  permissions: {
    'crm.customer.credit': { label: 'See the credit limit of customers', resource: 'customers', right: 'update' },
    'crm.customer.note': { label: 'See notes about customers', resource: 'customers', right: 'update' },
  },
})
