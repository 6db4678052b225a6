import { defineModule } from '#kernel'
import { coupon } from './coupon/coupon.entity.ts'
import { couponRedemption } from './coupon/coupon-redemption.entity.ts'
import { explainPrice } from './explain/price.actions.ts'
import { promotion } from './promotion/promotion.entity.ts'
import { promotionEquations } from './promotions.equations.ts'
import { promotionRefusals } from './refusals.ts'

export const promotions = defineModule({
  name: 'promotions',
  says: 'What takes something off prices: promotions, and coupons that open them.',
  uses: ['companies', 'shops', 'catalog', 'crm'],
  resource: 'settings',
  entities: [promotion, coupon, couponRedemption],
  actions: [explainPrice],
  refusals: [promotionRefusals],
  events: {
    'coupon.redeemed': 'A sale used a coupon.',
    'coupon.given_back': 'Everything of a sale came back, and its coupon may be used again.',
  },
  equations: promotionEquations,
  tables: ['promotions.coupon_customer'],
})
