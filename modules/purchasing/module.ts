import { defineModule } from '#kernel'
import { vendor } from './vendor/vendor.entity.ts'

export const purchasing = defineModule({
  name: 'purchasing',
  says: 'Who the company buys from.',
  uses: ['companies'],
  resource: 'purchases',
  entities: [vendor],
})
