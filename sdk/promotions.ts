// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** What takes something off prices: for whom, where, when and how much. */
export type PromotionsPromotion = {
  name: string
  kind: 'percent' | 'fixed' | 'buy_x_get_y' | 'bundle' | 'free_shipping'
  status: 'draft' | 'active' | 'archived'
  percent: string | null
  amountOff: Money | null
  setPrice: Money | null
  buyQuantity: number | null
  getQuantity: number | null
  setsMax: number | null
  maxDiscount: Money | null
  minSpend: Money | null
  minQuantity: string | null
  goods: {
    productId?: string | null
    categoryId?: string | null
  }[] | null
  rewards: {
    productId?: string | null
    categoryId?: string | null
  }[] | null
  parts: {
    productId?: string | null
    categoryId?: string | null
    quantity?: number | null
  }[] | null
  priority: number
  exclusive: boolean
  needsCoupon: boolean
  validFrom: string | null
  validTo: string | null
  timeFrom: string | null
  timeTo: string | null
  days: ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[] | null
  customers: {
    customerId: string
  }[] | null
  customerGroups: {
    customerGroupId: string
  }[] | null
  shops: {
    shopId: string
  }[] | null
  channels: string[] | null
  description: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A code that opens a promotion, as often as it says. */
export type PromotionsCoupon = {
  code: string
  promotionId: string
  status: 'active' | 'paused'
  usesMax: number | null
  usesPerCustomerMax: number | null
  budget: Money | null
  customerId: string | null
  validFrom: string | null
  validTo: string | null
  comesBack: boolean
  uses: number
  spent: Money | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What a coupon took off which sale. */
export type PromotionsCouponRedemption = {
  couponId: string
  code: string
  saleId: string
  shopId: string
  customerId: string | null
  amount: Money
  redeemedAt: string
  givenBackAt: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type PromotionsPromotionField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'kind' | 'status' | 'percent' | 'amountOff' | 'setPrice' | 'buyQuantity' | 'getQuantity' | 'setsMax' | 'maxDiscount' | 'minSpend' | 'minQuantity' | 'priority' | 'exclusive' | 'needsCoupon' | 'validFrom' | 'validTo' | 'timeFrom' | 'timeTo' | 'description'

export type PromotionsCouponField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'promotionId' | 'status' | 'usesMax' | 'usesPerCustomerMax' | 'budget' | 'customerId' | 'validFrom' | 'validTo' | 'comesBack' | 'uses' | 'spent'

export type PromotionsCouponRedemptionField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'couponId' | 'code' | 'saleId' | 'shopId' | 'customerId' | 'amount' | 'redeemedAt' | 'givenBackAt'

export type PromotionsPromotionCreateBody = {
  name: string
  kind: 'percent' | 'fixed' | 'buy_x_get_y' | 'bundle' | 'free_shipping'
  percent?: string | null
  amountOff?: Money | null
  setPrice?: Money | null
  buyQuantity?: number | null
  getQuantity?: number | null
  setsMax?: number | null
  maxDiscount?: Money | null
  minSpend?: Money | null
  minQuantity?: string | null
  goods?: {
    productId?: string
    categoryId?: string
  }[] | null
  rewards?: {
    productId?: string
    categoryId?: string
  }[] | null
  parts?: {
    productId?: string
    categoryId?: string
    quantity?: number
  }[] | null
  priority?: number
  exclusive?: boolean
  needsCoupon?: boolean
  validFrom?: string | null
  validTo?: string | null
  timeFrom?: string | null
  timeTo?: string | null
  days?: ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[] | null
  customers?: {
    customerId: string
  }[] | null
  customerGroups?: {
    customerGroupId: string
  }[] | null
  shops?: {
    shopId: string
  }[] | null
  channels?: string[] | null
  description?: string | null
  id?: string
}

export type PromotionsPromotionUpdateBody = {
  name?: string | null
  kind?: 'percent' | 'fixed' | 'buy_x_get_y' | 'bundle' | 'free_shipping' | null
  percent?: string | null
  amountOff?: Money | null
  setPrice?: Money | null
  buyQuantity?: number | null
  getQuantity?: number | null
  setsMax?: number | null
  maxDiscount?: Money | null
  minSpend?: Money | null
  minQuantity?: string | null
  goods?: {
    productId?: string
    categoryId?: string
  }[] | null
  rewards?: {
    productId?: string
    categoryId?: string
  }[] | null
  parts?: {
    productId?: string
    categoryId?: string
    quantity?: number
  }[] | null
  priority?: number | null
  exclusive?: boolean | null
  needsCoupon?: boolean | null
  validFrom?: string | null
  validTo?: string | null
  timeFrom?: string | null
  timeTo?: string | null
  days?: ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[] | null
  customers?: {
    customerId: string
  }[] | null
  customerGroups?: {
    customerGroupId: string
  }[] | null
  shops?: {
    shopId: string
  }[] | null
  channels?: string[] | null
  description?: string | null
  version?: number
}

export type PromotionsPromotionDeleteAnswer = {
  id: string
}

export type PromotionsPromotionActivateBody = {
  version?: number
}

export type PromotionsPromotionArchiveBody = {
  version?: number
}

export type PromotionsCouponCreateBody = {
  code: string
  promotionId: string
  usesMax?: number | null
  usesPerCustomerMax?: number | null
  budget?: Money | null
  customerId?: string | null
  validFrom?: string | null
  validTo?: string | null
  comesBack?: boolean
  id?: string
}

export type PromotionsCouponUpdateBody = {
  usesMax?: number | null
  usesPerCustomerMax?: number | null
  budget?: Money | null
  customerId?: string | null
  validFrom?: string | null
  validTo?: string | null
  comesBack?: boolean | null
  version?: number
}

export type PromotionsCouponDeleteAnswer = {
  id: string
}

export type PromotionsCouponPauseBody = {
  version?: number
}

export type PromotionsCouponResumeBody = {
  version?: number
}

export type CatalogProductPriceAnswer = {
  unitPrice: Money
  unit: string
  step: string
  list?: string | null
  line?: string | null
  trace: {
    step: string
    said: string
    list?: string | null
    line?: string | null
    price?: Money | null
    chosen: boolean
    why: string
  }[]
  amount: Money
  discount: Money
  due: Money
  promotions: {
    promotionId: string
    name: string
    kind: 'percent' | 'fixed' | 'buy_x_get_y' | 'bundle' | 'free_shipping'
    coupon?: string | null
    applied: boolean
    why: string
    amount: Money
    shares: {
      line: string
      amount: Money
    }[]
  }[]
}

export interface PromotionsRoutes {
  /** Lists promotions. `promotions.promotion.list`, permission `promotions.promotion.read`. */
  'GET /erp/promotions': {
    params: never
    query: ListQuery<PromotionsPromotionField>
    body: never
    answer: PromotionsPromotion
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one promotion. `promotions.promotion.read`, permission `promotions.promotion.read`. */
  'GET /erp/promotions/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PromotionsPromotion
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a promotion. `promotions.promotion.create`, permission `promotions.promotion.create`. */
  'POST /erp/promotions': {
    params: never
    query: never
    body: PromotionsPromotionCreateBody
    answer: PromotionsPromotion
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a promotion. `promotions.promotion.update`, permission `promotions.promotion.update`. */
  'PATCH /erp/promotions/:id': {
    params: { id: string }
    query: never
    body: PromotionsPromotionUpdateBody
    answer: PromotionsPromotion
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /erp/promotions/:id': PromotionsRoutes['PATCH /erp/promotions/:id']
  /** Removes a promotion that nothing refers to. `promotions.promotion.delete`, permission `promotions.promotion.delete`. */
  'DELETE /erp/promotions/:id': {
    params: { id: string }
    query: never
    body: never
    answer: PromotionsPromotionDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Puts it in force, at tills too. `promotions.promotion.activate`, permission `promotions.promotion.activate`. */
  'POST /erp/promotions/:id/activate': {
    params: { id: string }
    query: never
    body: PromotionsPromotionActivateBody
    answer: PromotionsPromotion
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Takes it out of force. `promotions.promotion.archive`, permission `promotions.promotion.archive`. */
  'POST /erp/promotions/:id/archive': {
    params: { id: string }
    query: never
    body: PromotionsPromotionArchiveBody
    answer: PromotionsPromotion
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists coupons. `promotions.coupon.list`, permission `promotions.coupon.read`. */
  'GET /erp/coupons': {
    params: never
    query: ListQuery<PromotionsCouponField>
    body: never
    answer: PromotionsCoupon
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one coupon. `promotions.coupon.read`, permission `promotions.coupon.read`. */
  'GET /erp/coupons/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PromotionsCoupon
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a coupon. `promotions.coupon.create`, permission `promotions.coupon.create`. */
  'POST /erp/coupons': {
    params: never
    query: never
    body: PromotionsCouponCreateBody
    answer: PromotionsCoupon
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a coupon. `promotions.coupon.update`, permission `promotions.coupon.update`. */
  'PATCH /erp/coupons/:id': {
    params: { id: string }
    query: never
    body: PromotionsCouponUpdateBody
    answer: PromotionsCoupon
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /erp/coupons/:id': PromotionsRoutes['PATCH /erp/coupons/:id']
  /** Removes a coupon that nothing refers to. `promotions.coupon.delete`, permission `promotions.coupon.delete`. */
  'DELETE /erp/coupons/:id': {
    params: { id: string }
    query: never
    body: never
    answer: PromotionsCouponDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** It is taken no more. `promotions.coupon.pause`, permission `promotions.coupon.pause`. */
  'POST /erp/coupons/:id/pause': {
    params: { id: string }
    query: never
    body: PromotionsCouponPauseBody
    answer: PromotionsCoupon
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** It is taken again. `promotions.coupon.resume`, permission `promotions.coupon.resume`. */
  'POST /erp/coupons/:id/resume': {
    params: { id: string }
    query: never
    body: PromotionsCouponResumeBody
    answer: PromotionsCoupon
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists coupon uses. `promotions.couponRedemption.list`, permission `promotions.couponRedemption.read`. */
  'GET /erp/coupon-redemptions': {
    params: never
    query: ListQuery<PromotionsCouponRedemptionField>
    body: never
    answer: PromotionsCouponRedemption
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one coupon use. `promotions.couponRedemption.read`, permission `promotions.couponRedemption.read`. */
  'GET /erp/coupon-redemptions/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PromotionsCouponRedemption
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** The unit price and what promotions take off it, with every step: what was considered, what won and why. `catalog.product.price`, permission `catalog.product.read`. */
  'GET /erp/products/:id/price': {
    params: { id: string }
    query: {
      quantity?: string
      unit?: string
      customerId?: string
      customerGroupId?: string
      shopId?: string
      channel?: string
      date?: string
      time?: string
      coupon?: string
      currency?: string
    }
    body: never
    answer: CatalogProductPriceAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'PRICE_MISSING' | 'COUPON_INVALID' | 'COUPON_EXHAUSTED'
  }
}
