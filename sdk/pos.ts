// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** How tills of a shop, or of the whole company, work. */
export type PosTillPolicy = {
  shopId: string | null
  varianceTolerance: Money | null
  offlineCardTicketMax: Money | null
  offlineCardTotalMax: Money | null
  offlineHoursMax: number | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A register from the counting of its float to the counting of its cash at the end. */
export type PosRegisterSession = {
  registerId: string
  shopId: string
  status: 'open' | 'closed'
  openedAt: string
  openedById: string
  openedByName: string
  openingFloat: Money
  openingDenominations: {
    value: Money
    count: number
  }[] | null
  closedAt: string | null
  closedById: string | null
  closedByName: string | null
  businessDate: string | null
  counted: Money | null
  countedDenominations: {
    value: Money
    count: number
  }[] | null
  counts: {
    amount: Money
    at: string
  }[] | null
  expected: Money | null
  variance: Money | null
  reason: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Cash that came into a register or left it without a sale. */
export type PosCashMove = {
  sessionId: string
  registerId: string
  shopId: string
  kind: 'paid_in' | 'paid_out'
  amount: Money
  reason: string
  at: string
  byId: string
  byName: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** The lease that a register has on receipt numbers of its own. */
export type PosOfflineRegister = {
  registerId: string
  shopId: string
  epoch: number
  lastSequence: number
  leasedAt: string
  leasedById: string
  leasedByName: string
  device: string | null
  cardTotal: Money | null
  lastSyncAt: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What became of a ticket that an offline till sent. */
export type PosOfflineTicket = {
  registerId: string
  shopId: string
  epoch: number
  sequence: number
  number: string
  outcome: 'accepted' | 'online' | 'refused'
  code: string | null
  flags: string[]
  soldAt: string
  bookVersion: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A sale of an offline till that somebody should look at. */
export type PosSaleException = {
  number: string
  status: 'open' | 'resolved'
  flags: string[]
  saleId: string | null
  ticketId: string
  shopId: string
  registerId: string
  customerId: string | null
  soldAt: string
  variance: Money | null
  code: string | null
  details: Record<string, unknown> | null
  ticket: Record<string, unknown> | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type PosTillPolicyField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'shopId' | 'varianceTolerance' | 'offlineCardTicketMax' | 'offlineCardTotalMax' | 'offlineHoursMax'

export type PosRegisterSessionField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'registerId' | 'shopId' | 'status' | 'openedAt' | 'openedById' | 'openedByName' | 'openingFloat' | 'closedAt' | 'closedById' | 'closedByName' | 'businessDate' | 'counted' | 'expected' | 'variance' | 'reason'

export type PosCashMoveField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'sessionId' | 'registerId' | 'shopId' | 'kind' | 'amount' | 'reason' | 'at' | 'byId' | 'byName'

export type PosOfflineRegisterField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'registerId' | 'shopId' | 'epoch' | 'lastSequence' | 'leasedAt' | 'leasedById' | 'leasedByName' | 'device' | 'cardTotal' | 'lastSyncAt'

export type PosOfflineTicketField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'registerId' | 'shopId' | 'epoch' | 'sequence' | 'number' | 'outcome' | 'code' | 'flags' | 'soldAt' | 'bookVersion'

export type PosSaleExceptionField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'number' | 'status' | 'flags' | 'saleId' | 'ticketId' | 'shopId' | 'registerId' | 'customerId' | 'soldAt' | 'variance' | 'code'

export type PosTillPolicyCreateBody = {
  shopId?: string | null
  varianceTolerance?: Money | null
  offlineCardTicketMax?: Money | null
  offlineCardTotalMax?: Money | null
  offlineHoursMax?: number | null
  id?: string
}

export type PosTillPolicyUpdateBody = {
  varianceTolerance?: Money | null
  offlineCardTicketMax?: Money | null
  offlineCardTotalMax?: Money | null
  offlineHoursMax?: number | null
  version?: number
}

export type PosTillPolicyDeleteAnswer = {
  id: string
}

export type PosSaleExceptionResolveBody = {
  version?: number
}

export type PosRegisterSessionOpenBody = {
  id?: string
  registerId: string
  openingFloat: Money
  denominations?: {
    value: Money
    count: number
  }[]
}

export type PosRegisterSessionOpenAnswer = {
  id: string
  registerId: string
  shopId: string
  status?: 'open' | 'closed' | null
  openedAt: string
  openedById: string
  openedByName: string
  openingFloat: Money
  openingDenominations?: {
    value: Money
    count: number
  }[] | null
  closedAt?: string | null
  closedById?: string | null
  closedByName?: string | null
  businessDate?: string | null
  counted?: Money | null
  countedDenominations?: {
    value: Money
    count: number
  }[] | null
  counts?: {
    amount: Money
    at: string
  }[] | null
  expected?: Money | null
  variance?: Money | null
  reason?: string | null
  registerCode?: string | null
  registerName?: string | null
}

export type PosRegisterSessionCashBody = {
  kind: 'paid_in' | 'paid_out'
  amount: Money
  reason: string
  moveId?: string
}

export type PosRegisterSessionCashAnswer = {
  sessionId: string
  registerId: string
  shopId: string
  kind: 'paid_in' | 'paid_out'
  amount: Money
  reason: string
  at: string
  byId: string
  byName: string
  id: string
}

export type PosRegisterSessionCloseBody = {
  counted: Money
  waiting: number
  denominations?: {
    value: Money
    count: number
  }[]
  reason?: string
}

export type PosRegisterSessionCloseAnswer = {
  id: string
  registerId: string
  shopId: string
  status?: 'open' | 'closed' | null
  openedAt: string
  openedById: string
  openedByName: string
  openingFloat: Money
  openingDenominations?: {
    value: Money
    count: number
  }[] | null
  closedAt?: string | null
  closedById?: string | null
  closedByName?: string | null
  businessDate?: string | null
  counted?: Money | null
  countedDenominations?: {
    value: Money
    count: number
  }[] | null
  counts?: {
    amount: Money
    at: string
  }[] | null
  expected?: Money | null
  variance?: Money | null
  reason?: string | null
  registerCode?: string | null
  registerName?: string | null
}

export type ShopsRegisterSessionAnswer = {
  id: string
  registerId: string
  shopId: string
  status?: 'open' | 'closed' | null
  openedAt: string
  openedById: string
  openedByName: string
  openingFloat: Money
  openingDenominations?: {
    value: Money
    count: number
  }[] | null
  closedAt?: string | null
  closedById?: string | null
  closedByName?: string | null
  businessDate?: string | null
  counted?: Money | null
  countedDenominations?: {
    value: Money
    count: number
  }[] | null
  counts?: {
    amount: Money
    at: string
  }[] | null
  expected?: Money | null
  variance?: Money | null
  reason?: string | null
  registerCode?: string | null
  registerName?: string | null
}

export type PosRegisterSessionReportAnswer = {
  kind: 'X' | 'Z'
  session: {
    id: string
    registerId: string
    shopId: string
    status?: 'open' | 'closed' | null
    openedAt: string
    openedById: string
    openedByName: string
    openingFloat: Money
    openingDenominations?: {
      value: Money
      count: number
    }[] | null
    closedAt?: string | null
    closedById?: string | null
    closedByName?: string | null
    businessDate?: string | null
    counted?: Money | null
    countedDenominations?: {
      value: Money
      count: number
    }[] | null
    counts?: {
      amount: Money
      at: string
    }[] | null
    expected?: Money | null
    variance?: Money | null
    reason?: string | null
    registerCode?: string | null
    registerName?: string | null
  }
  shopName: string
  sales: {
    count: number
    net?: Money | null
    tax?: Money | null
    total?: Money | null
  }
  returns: {
    count: number
    net?: Money | null
    tax?: Money | null
    total?: Money | null
  }
  taxes?: {
    code?: string | null
    percent?: string | null
    net?: Money | null
    tax?: Money | null
  }[] | null
  tenders?: {
    method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
    count: number
    taken: Money
    refunded: Money
  }[] | null
  paidIn: Money
  paidOut: Money
  expected: Money
}

export type PosPriceBookAnswer = {
  version: string
  asOf: string
  isFull: boolean
  cursor?: string | null
  head?: {
    lists: {
      id: string
      name: string
      customerId?: string | null
      customerGroupId?: string | null
      shopId?: string | null
      channel?: string | null
      currency: string
      includesTax: boolean
      validFrom?: string | null
      validTo?: string | null
      lines: {
        id: string
        categoryId?: string | null
        unit?: string | null
        minQuantity?: string | null
        price: Money
        validFrom?: string | null
        validTo?: string | null
      }[]
    }[]
    rates: {
      taxCategory: string
      id: string
      code: string
      label: string
      percent: string
      cess?: string | null
      validFrom: string
      validTo?: string | null
    }[]
    promotions: {
      id: string
      name: string
      kind: 'percent' | 'fixed' | 'buy_x_get_y' | 'bundle' | 'free_shipping'
      priority: number
      exclusive: boolean
      needsCoupon: boolean
      percent?: string | null
      amount?: Money | null
      buyQuantity?: number | null
      getQuantity?: number | null
      goods: {
        productId?: string | null
        categoryId?: string | null
      }[]
      rewards: {
        productId?: string | null
        categoryId?: string | null
      }[]
      parts: {
        productId?: string | null
        categoryId?: string | null
        quantity: number
      }[]
      setsMax?: number | null
      maxDiscount?: Money | null
      minSpend?: Money | null
      minQuantity?: string | null
      customerIds: string[]
      customerGroupIds: string[]
      shopIds: string[]
      channels: string[]
      validFrom?: string | null
      validTo?: string | null
      days: ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[]
      timeFrom?: string | null
      timeTo?: string | null
    }[]
    settings: {
      currency: string
      pricesIncludeTax: boolean
      taxRounding: 'line' | 'document'
      gst?: {
        gstin: string
        registration: 'regular' | 'composition'
        lut?: {
          number: string
          validFrom: string
          validTo: string
        } | null
      } | null
    }
    shop: {
      id: string
      code: string
      name: string
      timeZone: string
      dayStart: string
      address?: string | null
      postalCode?: string | null
      city?: string | null
      state?: string | null
      phone?: string | null
    }
    receipt: {
      companyName: string
      legalName?: string | null
      taxNumber?: string | null
      taxNumberLabel?: string | null
      header?: string | null
      footer?: string | null
      language?: string | null
    }
    limits: {
      cardTicketMax: Money
      cardTotalMax: Money
      hoursMax: number
    }
  } | null
  goods: {
    productId: string
    parentId?: string | null
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    unit: string
    decimals: number
    units: {
      unit: string
      factor: string
      decimals: number
    }[]
    barcodes: {
      code: string
      unit?: string | null
    }[]
    taxCategory: string
    categoryIds: string[]
    price?: Money | null
    gst?: {
      hsn?: string | null
      supply: 'taxable' | 'nil' | 'exempt' | 'non_gst'
      reverseCharge: boolean
    } | null
    prices: {
      id: string
      list: string
      of: 'product' | 'variant'
      unit?: string | null
      minQuantity?: string | null
      price: Money
      validFrom?: string | null
      validTo?: string | null
    }[]
  }[]
  removed: string[]
}

export type ShopsRegisterLeaseBody = {
  device?: string
}

export type ShopsRegisterLeaseAnswer = {
  registerId: string
  epoch: number
  prefix: string
  digits: number
  nextSequence: number
}

export type PosSyncBody = {
  registerId: string
  epoch: number
  bookVersion?: string
  sales: {
    id: string
    sequence: number
    epoch?: number
    number: string
    soldAt: string
    registerSessionId?: string
    customerId?: string
    sharedCartId?: string
    bookVersion?: string
    lines: {
      id?: string
      productId: string
      quantity: string
      unit: string
      factor?: string
      unitPrice: Money
      includesTax: boolean
      priceStep?: string
      priceList?: string
      priceReason?: string
      discount?: Money
      promotions?: {
        promotionId: string
        name: string
        coupon?: string
        amount: number
      }[]
      net: Money
      tax: Money
      gross: Money
      taxes: {
        code: string
        percent: string
        net: number
        amount: number
        components?: {
          code: string
          percent: string
          amount: number
        }[]
      }[]
    }[]
    tenders: {
      method: 'cash' | 'card' | 'other' | 'gift_card' | 'store_credit' | 'points'
      amount: Money
      reference?: string
    }[]
    net: Money
    tax: Money
    total: Money
    taxes: {
      code?: string
      label?: string
      percent?: string
      net: Money
      tax: Money
      components?: {
        code?: string
        label?: string
        tax?: Money
      }[]
    }[]
    note?: string
  }[]
}

export type PosSyncAnswer = {
  registerId: string
  epoch: number
  nextSequence: number
  results: {
    id: string
    status: 'accepted' | 'duplicate' | 'refused'
    number?: string | null
    code?: string | null
    flags: string[]
  }[]
}

export type PosOfflineStatusAnswer = {
  registerId: string
  epoch?: number | null
  prefix?: string | null
  digits: number
  lastSequence: number
  nextSequence: number
  accepted: number
  refused: number
  flagged: number
  lastSyncAt?: string | null
  limits: {
    cardTicketMax: Money
    cardTotalMax: Money
    hoursMax: number
  }
}

export interface PosRoutes {
  /** Lists till policies. `pos.tillPolicy.list`, permission `pos.tillPolicy.read`. */
  'GET /pos/policies': {
    params: never
    query: ListQuery<PosTillPolicyField>
    body: never
    answer: PosTillPolicy
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one till policy. `pos.tillPolicy.read`, permission `pos.tillPolicy.read`. */
  'GET /pos/policies/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PosTillPolicy
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a till policy. `pos.tillPolicy.create`, permission `pos.tillPolicy.create`. */
  'POST /pos/policies': {
    params: never
    query: never
    body: PosTillPolicyCreateBody
    answer: PosTillPolicy
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a till policy. `pos.tillPolicy.update`, permission `pos.tillPolicy.update`. */
  'PATCH /pos/policies/:id': {
    params: { id: string }
    query: never
    body: PosTillPolicyUpdateBody
    answer: PosTillPolicy
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /pos/policies/:id': PosRoutes['PATCH /pos/policies/:id']
  /** Removes a till policy that nothing refers to. `pos.tillPolicy.delete`, permission `pos.tillPolicy.delete`. */
  'DELETE /pos/policies/:id': {
    params: { id: string }
    query: never
    body: never
    answer: PosTillPolicyDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists register sessions. `pos.registerSession.list`, permission `pos.registerSession.read`. */
  'GET /pos/register-sessions': {
    params: never
    query: ListQuery<PosRegisterSessionField>
    body: never
    answer: PosRegisterSession
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one register session. `pos.registerSession.read`, permission `pos.registerSession.read`. */
  'GET /pos/register-sessions/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PosRegisterSession
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists cash moves. `pos.cashMove.list`, permission `pos.cashMove.read`. */
  'GET /pos/cash-moves': {
    params: never
    query: ListQuery<PosCashMoveField>
    body: never
    answer: PosCashMove
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one cash move. `pos.cashMove.read`, permission `pos.cashMove.read`. */
  'GET /pos/cash-moves/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PosCashMove
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists offline registers. `pos.offlineRegister.list`, permission `pos.offlineRegister.read`. */
  'GET /offline/registers': {
    params: never
    query: ListQuery<PosOfflineRegisterField>
    body: never
    answer: PosOfflineRegister
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one offline register. `pos.offlineRegister.read`, permission `pos.offlineRegister.read`. */
  'GET /offline/registers/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PosOfflineRegister
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists offline tickets. `pos.offlineTicket.list`, permission `pos.offlineTicket.read`. */
  'GET /offline/tickets': {
    params: never
    query: ListQuery<PosOfflineTicketField>
    body: never
    answer: PosOfflineTicket
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one offline ticket. `pos.offlineTicket.read`, permission `pos.offlineTicket.read`. */
  'GET /offline/tickets/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PosOfflineTicket
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists flagged sales. `pos.saleException.list`, permission `pos.saleException.read`. */
  'GET /pos/sale-exceptions': {
    params: never
    query: ListQuery<PosSaleExceptionField>
    body: never
    answer: PosSaleException
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one flagged sale. `pos.saleException.read`, permission `pos.saleException.read`. */
  'GET /pos/sale-exceptions/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PosSaleException
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Says that somebody has looked at it and acted. `pos.saleException.resolve`, permission `pos.saleException.resolve`. */
  'POST /pos/sale-exceptions/:id/resolve': {
    params: { id: string }
    query: never
    body: PosSaleExceptionResolveBody
    answer: PosSaleException
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Opens a session of a register with what was counted into it. `pos.registerSession.open`, permission `pos.registerSession.open`. */
  'POST /pos/register-sessions': {
    params: never
    query: never
    body: PosRegisterSessionOpenBody
    answer: PosRegisterSessionOpenAnswer
    isList: false
    refuses: 'REGISTER_SESSION_OPEN' | 'REFERENCE_NOT_FOUND' | 'CURRENCY_MISMATCH' | 'ALREADY_EXISTS'
  }
  /** Books cash that comes into an open register or leaves it without a sale. `pos.registerSession.cash`, permission `pos.registerSession.cash`. */
  'POST /pos/register-sessions/:id/cash': {
    params: { id: string }
    query: never
    body: PosRegisterSessionCashBody
    answer: PosRegisterSessionCashAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'REGISTER_SESSION_CLOSED' | 'CURRENCY_MISMATCH' | 'ALREADY_EXISTS'
  }
  /** Closes a session with what was counted, and only then says what should have been there. `pos.registerSession.close`, permission `pos.registerSession.close`. */
  'POST /pos/register-sessions/:id/close': {
    params: { id: string }
    query: never
    body: PosRegisterSessionCloseBody
    answer: PosRegisterSessionCloseAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'REGISTER_SESSION_CLOSED' | 'SESSION_HAS_UNSYNCED_SALES' | 'VARIANCE_REASON_REQUIRED' | 'CURRENCY_MISMATCH'
  }
  /** The open session of a register; null where it has none. `shops.register.session`, permission `pos.registerSession.read`. */
  'GET /pos/registers/:registerId/session': {
    params: { registerId: string }
    query: never
    body: never
    answer: ShopsRegisterSessionAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** What a session sold, took and gave back, and what should be in the drawer: X while it is open, Z at its end. `pos.registerSession.report`, permission `pos.registerSession.report`. */
  'GET /pos/register-sessions/:id/report': {
    params: { id: string }
    query: never
    body: never
    answer: PosRegisterSessionReportAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Goods with prices, units and barcodes, price lists, taxes and settings: page by page, or what changed since. `pos.priceBook`, permission `pos.priceBook`. */
  'GET /pos/price-book': {
    params: never
    query: {
      shopId: string
      cursor?: string
      limit?: number
      since?: string
    }
    body: never
    answer: PosPriceBookAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'CURSOR_INVALID'
  }
  /** Gives a register a series of receipt numbers of its own, and ends the one it had. `shops.register.lease`, permission `pos.offline.lease`. */
  'POST /offline/registers/:registerId/lease': {
    params: { registerId: string }
    query: never
    body: ShopsRegisterLeaseBody
    answer: ShopsRegisterLeaseAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Books sales that a till made without the server: in order, each once, as they stand on their receipts. `pos.sync`, permission `pos.offline.sync`. */
  'POST /offline/sync': {
    params: never
    query: never
    body: PosSyncBody
    answer: PosSyncAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND' | 'OFFLINE_LEASE_MISSING'
  }
  /** How far the sales of an offline till have reached the server, and what it may do without it. `pos.offlineStatus`, permission `pos.offlineRegister.read`. */
  'GET /offline/status': {
    params: never
    query: {
      registerId: string
    }
    body: never
    answer: PosOfflineStatusAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
}
