import { defineModule } from '#kernel'
import { sumPerformance } from './listeners/sum-performance.ts'
import { register } from './register/register.entity.ts'
import { shopPerformance } from './shop/performance.actions.ts'
import { shop } from './shop/shop.entity.ts'
import { assignStaff } from './shop/staff.actions.ts'

export const shops = defineModule({
  name: 'shops',
  says: 'The places where a company sells, their registers, their people and how they are doing.',
  uses: ['auth', 'companies'],
  resource: 'shops',
  entities: [shop, register],
  actions: [assignStaff, shopPerformance],
  listeners: [sumPerformance],
  events: { 'shop.staff_assigned': 'A person was assigned to a shop.' },
  tables: ['shops.performance_daily'],
})
