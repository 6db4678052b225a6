// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** A run of document numbers without gaps. */
export type SalesNumberSeries = {
  prefix: string
  skipped: number
  next: number
  scope: string
  kind: string
  fiscalYear: string
  shopId: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A sale that took place, with its lines, taxes and payment. */
export type SalesSale = {
  number: string
  externalNumber: string | null
  status: 'completed'
  shopId: string
  registerId: string | null
  customerId: string | null
  cashierId: string
  cashierName: string
  businessDate: string
  soldAt: string
  net: Money
  tax: Money
  total: Money
  change: Money
  discount: Money | null
  promotions: {
    promotionId: string
    name: string
    coupon?: string | null
    amount: number
  }[] | null
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  gst: {
    gstin: string
    state: string
    buyerGstin?: string | null
    buyerKind: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin'
    place: string
    rule: string
    scheme: 'intra' | 'inter' | 'lut' | 'paid' | 'composition'
    section: 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur' | 'none'
    reverseCharge: boolean
    deemedExport: boolean
    shippingBill?: {
      number: string
      date: string
      port: string
    } | null
  } | null
  taxRounding: string
  country: string | null
  note: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What was sold, with price and tax as they were then. */
export type SalesSaleLine = {
  saleId: string
  position: number
  productId: string
  sku: string
  name: string
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  stocked: boolean
  components: {
    productId: string
    quantity: string
  }[] | null
  quantity: string
  unit: string
  decimals: number
  factor: string
  unitPrice: Money
  includesTax: boolean
  priceStep: string
  priceList: string | null
  priceReason: string | null
  discount: Money | null
  promotions: {
    promotionId: string
    name: string
    coupon?: string | null
    amount: number
  }[] | null
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
    }[] | null
  }[]
  gst: {
    hsn?: string | null
    supply: 'taxable' | 'nil' | 'exempt' | 'non_gst'
    reverseCharge: boolean
    rate: string
    cess: string
    table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
  } | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Goods that came back and the money that went back for them. */
export type SalesCreditNote = {
  number: string
  externalNumber: string | null
  saleId: string | null
  shopId: string
  registerId: string | null
  customerId: string | null
  cashierId: string
  cashierName: string
  businessDate: string
  returnedAt: string
  net: Money
  tax: Money
  total: Money
  discount: Money | null
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  gst: {
    gstin: string
    state: string
    buyerGstin?: string | null
    buyerKind: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin'
    place: string
    rule: string
    scheme: 'intra' | 'inter' | 'lut' | 'paid' | 'composition'
    section: 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur' | 'none'
    reverseCharge: boolean
    deemedExport: boolean
    shippingBill?: {
      number: string
      date: string
      port: string
    } | null
  } | null
  note: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What came back, with its share of the sale's line. */
export type SalesCreditNoteLine = {
  creditNoteId: string
  position: number
  saleLineId: string | null
  productId: string
  sku: string
  name: string
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  quantity: string
  unit: string
  discount: Money | null
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
    }[] | null
  }[]
  gst: {
    hsn?: string | null
    supply: 'taxable' | 'nil' | 'exempt' | 'non_gst'
    reverseCharge: boolean
    rate: string
    cess: string
    table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
  } | null
  restocked: boolean
  reason: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A cart that several tills of a shop see and change, or one that was put aside. */
export type SalesSharedCart = {
  name: string | null
  shopId: string
  status: 'open' | 'finished' | 'dropped'
  held: boolean
  cart: Record<string, unknown>
  madeById: string
  madeByName: string
  claimedById: string | null
  claimedByName: string | null
  saleId: string | null
  finishedAt: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What a customer ordered: its prices are frozen, its goods are held, and what ships of it is invoiced. */
export type SalesSalesOrder = {
  number: string
  status: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned'
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference: string | null
  shopId: string
  customerId: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil: string | null
  allowsBackOrder: boolean
  deliverTo: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  requestHash: string | null
  note: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What was ordered, with price and tax as they were then, and how far it is. */
export type SalesOrderLine = {
  salesOrderId: string
  position: number
  productId: string
  sku: string
  name: string
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  stocked: boolean
  components: {
    productId: string
    quantity: string
  }[] | null
  quantity: string
  open: string
  reserved: string
  shipped: string
  cancelled: string
  comingBack: string
  returned: string
  unit: string
  decimals: number
  factor: string
  unitPrice: Money
  includesTax: boolean
  priceStep: string
  priceList: string | null
  priceReason: string | null
  discount: Money
  promotions: {
    promotionId: string
    name: string
    coupon?: string | null
    amount: number
  }[] | null
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
    }[] | null
  }[]
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A step in the life of an order: from where to where, who took it, when and why. */
export type SalesOrderChange = {
  salesOrderId: string
  step: number
  machine: 'order' | 'payment' | 'fulfilment'
  from: string | null
  to: string
  event: string
  reason: string | null
  actorId: string
  actorName: string
  at: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Money received for an order, or paid back of it. */
export type SalesOrderPayment = {
  salesOrderId: string
  kind: 'received' | 'refunded'
  amount: Money
  ofId: string | null
  shopId: string
  registerId: string | null
  businessDate: string
  reason: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Goods of an order that left together, with their carrier and their invoice. */
export type SalesShipment = {
  salesOrderId: string
  position: number
  status: 'shipped' | 'delivered'
  shopId: string
  saleId: string
  carrier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  shippedAt: string
  deliveredAt: string | null
  receivedBy: string | null
  note: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** How much of an ordered line left in a shipment. */
export type SalesShipmentLine = {
  shipmentId: string
  orderLineId: string
  saleLineId: string
  quantity: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Goods of an order that the customer sends back: authorised, received, inspected and credited. */
export type SalesOrderReturn = {
  salesOrderId: string
  position: number
  status: 'authorised' | 'received' | 'closed' | 'rejected'
  shopId: string
  reason: string
  authorisedBy: string
  receivedAt: string | null
  closedAt: string | null
  outcome: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** How much of an ordered line comes back, and what became of it. */
export type SalesOrderReturnLine = {
  orderReturnId: string
  orderLineId: string
  quantity: string
  restocked: string
  scrapped: string
  reason: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type SalesNumberSeriesField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'prefix' | 'skipped' | 'next' | 'scope' | 'kind' | 'fiscalYear' | 'shopId'

export type SalesSaleField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'number' | 'externalNumber' | 'status' | 'shopId' | 'registerId' | 'customerId' | 'cashierId' | 'cashierName' | 'businessDate' | 'soldAt' | 'net' | 'tax' | 'total' | 'change' | 'discount' | 'taxRounding' | 'country' | 'note'

export type SalesSaleLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'saleId' | 'position' | 'productId' | 'sku' | 'name' | 'kind' | 'stocked' | 'quantity' | 'unit' | 'decimals' | 'factor' | 'unitPrice' | 'includesTax' | 'priceStep' | 'priceList' | 'priceReason' | 'discount' | 'net' | 'tax' | 'gross'

export type SalesCreditNoteField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'number' | 'externalNumber' | 'saleId' | 'shopId' | 'registerId' | 'customerId' | 'cashierId' | 'cashierName' | 'businessDate' | 'returnedAt' | 'net' | 'tax' | 'total' | 'discount' | 'note'

export type SalesCreditNoteLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'creditNoteId' | 'position' | 'saleLineId' | 'productId' | 'sku' | 'name' | 'kind' | 'quantity' | 'unit' | 'discount' | 'net' | 'tax' | 'gross' | 'restocked' | 'reason'

export type SalesSharedCartField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'shopId' | 'status' | 'held' | 'madeById' | 'madeByName' | 'claimedById' | 'claimedByName' | 'saleId' | 'finishedAt'

export type SalesSalesOrderField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'number' | 'status' | 'paymentStatus' | 'fulfilmentStatus' | 'reference' | 'shopId' | 'customerId' | 'madeById' | 'madeByName' | 'businessDate' | 'orderedAt' | 'heldUntil' | 'allowsBackOrder' | 'discount' | 'net' | 'tax' | 'total' | 'cancelled' | 'invoiced' | 'credited' | 'captured' | 'refunded' | 'applied' | 'taxRounding' | 'requestHash' | 'note'

export type SalesOrderLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'salesOrderId' | 'position' | 'productId' | 'sku' | 'name' | 'kind' | 'stocked' | 'quantity' | 'open' | 'reserved' | 'shipped' | 'cancelled' | 'comingBack' | 'returned' | 'unit' | 'decimals' | 'factor' | 'unitPrice' | 'includesTax' | 'priceStep' | 'priceList' | 'priceReason' | 'discount' | 'net' | 'tax' | 'gross'

export type SalesOrderChangeField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'salesOrderId' | 'step' | 'machine' | 'from' | 'to' | 'event' | 'reason' | 'actorId' | 'actorName' | 'at'

export type SalesOrderPaymentField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'salesOrderId' | 'kind' | 'amount' | 'ofId' | 'shopId' | 'registerId' | 'businessDate' | 'reason'

export type SalesShipmentField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'salesOrderId' | 'position' | 'status' | 'shopId' | 'saleId' | 'carrier' | 'trackingNumber' | 'trackingUrl' | 'shippedAt' | 'deliveredAt' | 'receivedBy' | 'note'

export type SalesShipmentLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'shipmentId' | 'orderLineId' | 'saleLineId' | 'quantity'

export type SalesOrderReturnField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'salesOrderId' | 'position' | 'status' | 'shopId' | 'reason' | 'authorisedBy' | 'receivedAt' | 'closedAt' | 'outcome'

export type SalesOrderReturnLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'orderReturnId' | 'orderLineId' | 'quantity' | 'restocked' | 'scrapped' | 'reason'

export type SalesSaleSellBody = {
  id?: string
  shopId: string
  registerId: string
  customerId?: string
  lines: {
    productId?: string
    sku?: string
    barcode?: string
    quantity: string
    unit?: string
    lots?: {
      code: string
      quantity?: string
    }[]
    unitPrice?: Money
    priceReason?: string
  }[]
  tenders: {
    method: 'cash' | 'card' | 'other' | 'gift_card' | 'store_credit' | 'points'
    amount: Money
    reference?: string
  }[]
  coupons?: string[]
  delivery?: {
    state?: string
    toOther?: boolean
    withTax?: boolean
    deemedExport?: boolean
    shippingBill?: {
      number: string
      date: string
      port: string
    }
  }
  note?: string
  sharedCartId?: string
}

export type SalesSaleSellAnswer = {
  id: string
  version: number
  number: string
  status?: 'completed' | null
  shopId: string
  registerId?: string | null
  customerId?: string | null
  businessDate: string
  soldAt: string
  net: Money
  tax: Money
  total: Money
  change: Money
  discount?: Money | null
  promotions?: {
    promotionId: string
    name: string
    coupon?: string | null
    amount: number
  }[] | null
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  gst?: {
    gstin: string
    state: string
    buyerGstin?: string | null
    buyerKind: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin'
    place: string
    rule: string
    scheme: 'intra' | 'inter' | 'lut' | 'paid' | 'composition'
    section: 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur' | 'none'
    reverseCharge: boolean
    deemedExport: boolean
    shippingBill?: {
      number: string
      date: string
      port: string
    } | null
  } | null
  note?: string | null
  lines: {
    id: string
    position: number
    productId?: string | null
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    quantity: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    discount?: Money | null
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
    gst?: {
      hsn?: string | null
      supply: 'taxable' | 'nil' | 'exempt' | 'non_gst'
      reverseCharge: boolean
      rate: string
      cess: string
      table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
    } | null
    returned?: string | null
    returnable?: string | null
  }[]
  tenders: {
    method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
    amount: Money
    change: Money
    reference?: string | null
  }[]
}

export type SalesSaleQuoteBody = {
  shopId: string
  customerId?: string
  lines: {
    productId?: string
    sku?: string
    barcode?: string
    quantity: string
    unit?: string
    lots?: {
      code: string
      quantity?: string
    }[]
    unitPrice?: Money
    priceReason?: string
  }[]
  coupons?: string[]
  date?: string
  time?: string
}

export type SalesSaleQuoteAnswer = {
  net: Money
  tax: Money
  total: Money
  discount?: Money | null
  promotions?: {
    promotionId: string
    name: string
    coupon?: string | null
    amount: number
  }[] | null
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  asOf: string
  lines: {
    id: string
    position: number
    productId?: string | null
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    quantity: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    discount?: Money | null
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
    gst?: {
      hsn?: string | null
      supply: 'taxable' | 'nil' | 'exempt' | 'non_gst'
      reverseCharge: boolean
      rate: string
      cess: string
      table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
    } | null
    trace: {
      step: string
      said: string
      list?: string | null
      line?: string | null
      price?: Money | null
      chosen: boolean
      why: string
    }[]
  }[]
  considered: {
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
  coupons: {
    code: string
    promotionId: string
    name: string
    amount: Money
  }[]
}

export type SalesSaleReadAnswer = {
  id: string
  version: number
  number: string
  status?: 'completed' | null
  shopId: string
  registerId?: string | null
  customerId?: string | null
  businessDate: string
  soldAt: string
  net: Money
  tax: Money
  total: Money
  change: Money
  discount?: Money | null
  promotions?: {
    promotionId: string
    name: string
    coupon?: string | null
    amount: number
  }[] | null
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  gst?: {
    gstin: string
    state: string
    buyerGstin?: string | null
    buyerKind: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin'
    place: string
    rule: string
    scheme: 'intra' | 'inter' | 'lut' | 'paid' | 'composition'
    section: 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur' | 'none'
    reverseCharge: boolean
    deemedExport: boolean
    shippingBill?: {
      number: string
      date: string
      port: string
    } | null
  } | null
  note?: string | null
  lines: {
    id: string
    position: number
    productId?: string | null
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    quantity: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    discount?: Money | null
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
    gst?: {
      hsn?: string | null
      supply: 'taxable' | 'nil' | 'exempt' | 'non_gst'
      reverseCharge: boolean
      rate: string
      cess: string
      table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
    } | null
    returned?: string | null
    returnable?: string | null
  }[]
  tenders: {
    method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
    amount: Money
    change: Money
    reference?: string | null
  }[]
  externalNumber?: string | null
  country?: string | null
  cashierId: string
  cashierName: string
  customerName?: string | null
  registerName?: string | null
  creditNotes?: {
    id: string
    number: string
    total: Money
  }[] | null
}

export type SalesSaleLotBuyersAnswer = {
  sales: {
    saleId: string
    number: string
    soldAt: string
    customerId?: string | null
    quantity: string
    returned: string
  }[]
}

export type SalesSaleReturnBody = {
  registerId: string
  lines: {
    saleLineId: string
    quantity: string
    lots?: {
      code: string
      quantity?: string
    }[]
    restock?: boolean
    reason?: string
  }[]
  refunds?: {
    method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
    amount: Money
  }[]
  creditNoteId?: string
  note?: string
}

export type SalesSaleReturnAnswer = {
  id: string
  version?: number | null
  number: string
  saleId?: string | null
  businessDate: string
  discount?: Money | null
  net: Money
  tax: Money
  total: Money
  lines?: {
    id: string
    saleLineId?: string | null
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    quantity: string
    unit: string
    discount?: Money | null
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
      }[] | null
    }[]
    restocked: boolean
  }[] | null
  refunds?: {
    method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
    amount: Money
  }[] | null
}

export type SalesCreditNoteReadAnswer = {
  id: string
  version: number
  number: string
  externalNumber?: string | null
  saleId?: string | null
  shopId: string
  registerId?: string | null
  customerId?: string | null
  cashierId: string
  cashierName: string
  businessDate: string
  returnedAt: string
  net: Money
  tax: Money
  total: Money
  discount?: Money | null
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  gst?: {
    gstin: string
    state: string
    buyerGstin?: string | null
    buyerKind: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin'
    place: string
    rule: string
    scheme: 'intra' | 'inter' | 'lut' | 'paid' | 'composition'
    section: 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur' | 'none'
    reverseCharge: boolean
    deemedExport: boolean
    shippingBill?: {
      number: string
      date: string
      port: string
    } | null
  } | null
  note?: string | null
  saleNumber?: string | null
  customerName?: string | null
  registerName?: string | null
  lines: {
    id: string
    position: number
    saleLineId?: string | null
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    quantity: string
    unit: string
    discount?: Money | null
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
      }[] | null
    }[]
    gst?: {
      hsn?: string | null
      supply: 'taxable' | 'nil' | 'exempt' | 'non_gst'
      reverseCharge: boolean
      rate: string
      cess: string
      table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
    } | null
    restocked: boolean
    reason?: string | null
  }[]
  refunds?: {
    method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
    amount: Money
  }[] | null
}

export type SalesSharedCartCreateBody = {
  id?: string
  shopId: string
  name?: string
  held?: boolean
  cart: Record<string, unknown>
}

export type SalesSharedCartCreateAnswer = {
  id: string
  version: number
  name?: string | null
  shopId: string
  status?: 'open' | 'finished' | 'dropped' | null
  held?: boolean | null
  cart: Record<string, unknown>
  madeById: string
  madeByName: string
  claimedById?: string | null
  claimedByName?: string | null
  saleId?: string | null
  finishedAt?: string | null
}

export type SalesSharedCartChangeBody = {
  cart: Record<string, unknown>
  version: number
  name?: string
  held?: boolean
  registerId?: string
}

export type SalesSharedCartChangeAnswer = {
  id: string
  version: number
  name?: string | null
  shopId: string
  status?: 'open' | 'finished' | 'dropped' | null
  held?: boolean | null
  cart: Record<string, unknown>
  madeById: string
  madeByName: string
  claimedById?: string | null
  claimedByName?: string | null
  saleId?: string | null
  finishedAt?: string | null
}

export type SalesSharedCartClaimBody = {
  registerId: string
}

export type SalesSharedCartClaimAnswer = {
  id: string
  version: number
  name?: string | null
  shopId: string
  status?: 'open' | 'finished' | 'dropped' | null
  held?: boolean | null
  cart: Record<string, unknown>
  madeById: string
  madeByName: string
  claimedById?: string | null
  claimedByName?: string | null
  saleId?: string | null
  finishedAt?: string | null
}

export type SalesSharedCartReleaseBody = Record<string, never>

export type SalesSharedCartReleaseAnswer = {
  id: string
  version: number
  name?: string | null
  shopId: string
  status?: 'open' | 'finished' | 'dropped' | null
  held?: boolean | null
  cart: Record<string, unknown>
  madeById: string
  madeByName: string
  claimedById?: string | null
  claimedByName?: string | null
  saleId?: string | null
  finishedAt?: string | null
}

export type SalesSharedCartFinishBody = {
  saleId: string
}

export type SalesSharedCartFinishAnswer = {
  id: string
  version: number
  name?: string | null
  shopId: string
  status?: 'open' | 'finished' | 'dropped' | null
  held?: boolean | null
  cart: Record<string, unknown>
  madeById: string
  madeByName: string
  claimedById?: string | null
  claimedByName?: string | null
  saleId?: string | null
  finishedAt?: string | null
}

export type SalesSharedCartDropBody = {
  registerId?: string
}

export type SalesSharedCartDropAnswer = {
  id: string
  version: number
  name?: string | null
  shopId: string
  status?: 'open' | 'finished' | 'dropped' | null
  held?: boolean | null
  cart: Record<string, unknown>
  madeById: string
  madeByName: string
  claimedById?: string | null
  claimedByName?: string | null
  saleId?: string | null
  finishedAt?: string | null
}

export type SalesSalesOrderCreateBody = {
  id?: string
  shopId: string
  customerId?: string
  reference?: string
  lines: {
    productId?: string
    sku?: string
    barcode?: string
    quantity: string
    unit?: string
    unitPrice?: Money
    priceReason?: string
  }[]
  quote?: boolean
  confirm?: boolean
  allowsBackOrder?: boolean
  heldUntil?: string
  tenders?: {
    method: 'cash' | 'card' | 'other'
    amount: Money
    reference?: string
  }[]
  registerId?: string
  deliverTo?: {
    name?: string
    lines?: string
    postalCode?: string
    city?: string
    state?: string
    country?: string
    phone?: string
  }
  note?: string
}

export type SalesSalesOrderCreateAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
}

export type SalesSalesOrderReadAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
  customerName?: string | null
  shipments?: {
    id: string
    position: number
    status?: 'shipped' | 'delivered' | null
    shopId: string
    saleId: string
    carrier?: string | null
    trackingNumber?: string | null
    trackingUrl?: string | null
    shippedAt: string
    deliveredAt?: string | null
    receivedBy?: string | null
    note?: string | null
    invoiceNumber?: string | null
    lines?: {
      orderLineId: string
      quantity: string
    }[] | null
  }[] | null
  payments?: {
    id: string
    kind: 'received' | 'refunded'
    amount: Money
    ofId?: string | null
    shopId: string
    registerId?: string | null
    businessDate: string
    reason?: string | null
  }[] | null
  steps?: {
    id: string
    step: number
    machine: 'order' | 'payment' | 'fulfilment'
    from?: string | null
    to: string
    event: string
    reason?: string | null
    actorId: string
    actorName: string
    at: string
  }[] | null
}

export type SalesSalesOrderMoveBody = {
  status: 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled'
  reason?: string
  carrier?: string
  trackingNumber?: string
  trackingUrl?: string
}

export type SalesSalesOrderMoveAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
}

export type SalesSalesOrderPayBody = {
  tenders: {
    method: 'cash' | 'card' | 'other'
    amount: Money
    reference?: string
  }[]
  registerId?: string
  paymentId?: string
}

export type SalesSalesOrderPayAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
}

export type SalesSalesOrderRefundBody = {
  amount?: Money
  reason: string
  registerId?: string
}

export type SalesSalesOrderRefundAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
}

export type SalesSalesOrderShipBody = {
  lines?: {
    orderLineId: string
    quantity: string
  }[]
  carrier?: string
  trackingNumber?: string
  trackingUrl?: string
  note?: string
  shipmentId?: string
}

export type SalesSalesOrderShipAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
}

export type SalesShipmentDeliverBody = {
  receivedBy?: string
}

export type SalesShipmentDeliverAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
}

export type SalesSalesOrderTrackAnswer = {
  id: string
  number: string
  status: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  shipments: {
    position: number
    status: string
    carrier?: string | null
    trackingNumber?: string | null
    trackingUrl?: string | null
    shippedAt: string
    deliveredAt?: string | null
    receivedBy?: string | null
  }[]
  steps: {
    machine?: string | null
    to: string
    at: string
  }[]
}

export type SalesSalesOrderCancelBody = {
  reason: string
  lines?: {
    orderLineId: string
    quantity: string
  }[]
  refund?: boolean
  registerId?: string
}

export type SalesSalesOrderCancelAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
}

export type SalesSalesOrderAllocateBody = Record<string, never>

export type SalesSalesOrderAllocateAnswer = {
  id: string
  version: number
  number: string
  status?: 'quote' | 'pending' | 'confirmed' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'returned' | null
  paymentStatus: 'unpaid' | 'part_paid' | 'paid' | 'owed' | 'refunded'
  fulfilmentStatus: 'unfulfilled' | 'part_shipped' | 'shipped' | 'delivered' | 'part_returned' | 'returned'
  reference?: string | null
  shopId: string
  customerId?: string | null
  madeById: string
  madeByName: string
  businessDate: string
  orderedAt: string
  heldUntil?: string | null
  allowsBackOrder?: boolean | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  discount: Money
  net: Money
  tax: Money
  total: Money
  cancelled: Money
  invoiced: Money
  credited: Money
  captured: Money
  refunded: Money
  applied: Money
  taxes: {
    code?: string | null
    label?: string | null
    percent?: string | null
    net: Money
    tax: Money
    components?: {
      code?: string | null
      label?: string | null
      tax?: Money | null
    }[] | null
  }[]
  taxRounding: string
  note?: string | null
  due: Money
  paid: Money
  lines: {
    id: string
    position: number
    productId: string
    sku: string
    name: string
    kind: 'goods' | 'service' | 'charge' | 'gift_card'
    stocked: boolean
    quantity: string
    open: string
    reserved: string
    shipped: string
    cancelled: string
    comingBack: string
    returned: string
    unit: string
    unitPrice: Money
    includesTax: boolean
    priceStep: string
    priceReason?: string | null
    discount: Money
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
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
      }[] | null
    }[]
  }[]
}

export type SalesSalesOrderInvoiceAnswer = {
  id: string
  number: string
  invoices: {
    id: string
    version: number
    number: string
    status?: 'completed' | null
    shopId: string
    registerId?: string | null
    customerId?: string | null
    businessDate: string
    soldAt: string
    net: Money
    tax: Money
    total: Money
    change: Money
    discount?: Money | null
    promotions?: {
      promotionId: string
      name: string
      coupon?: string | null
      amount: number
    }[] | null
    taxes: {
      code?: string | null
      label?: string | null
      percent?: string | null
      net: Money
      tax: Money
      components?: {
        code?: string | null
        label?: string | null
        tax?: Money | null
      }[] | null
    }[]
    gst?: {
      gstin: string
      state: string
      buyerGstin?: string | null
      buyerKind: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin'
      place: string
      rule: string
      scheme: 'intra' | 'inter' | 'lut' | 'paid' | 'composition'
      section: 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur' | 'none'
      reverseCharge: boolean
      deemedExport: boolean
      shippingBill?: {
        number: string
        date: string
        port: string
      } | null
    } | null
    note?: string | null
    lines: {
      id: string
      position: number
      productId?: string | null
      sku: string
      name: string
      kind: 'goods' | 'service' | 'charge' | 'gift_card'
      quantity: string
      unit: string
      unitPrice: Money
      includesTax: boolean
      priceStep: string
      discount?: Money | null
      promotions?: {
        promotionId: string
        name: string
        coupon?: string | null
        amount: number
      }[] | null
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
        }[] | null
      }[]
      gst?: {
        hsn?: string | null
        supply: 'taxable' | 'nil' | 'exempt' | 'non_gst'
        reverseCharge: boolean
        rate: string
        cess: string
        table: '4A' | '4B' | '5' | '6A' | '6B' | '6C' | '7' | '8' | '9B' | 'none'
      } | null
      returned?: string | null
      returnable?: string | null
    }[]
    tenders: {
      method: 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
      amount: Money
      change: Money
      reference?: string | null
    }[]
    customerName?: string | null
  }[]
}

export type SalesSalesOrderPickListAnswer = {
  id: string
  number: string
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  lines: {
    position: number
    productId: string
    sku: string
    name: string
    unit: string
    quantity: string
  }[]
}

export type SalesShipmentPackingListAnswer = {
  id: string
  position: number
  orderNumber: string
  carrier?: string | null
  trackingNumber?: string | null
  deliverTo?: {
    name?: string | null
    lines?: string | null
    postalCode?: string | null
    city?: string | null
    state?: string | null
    country?: string | null
    phone?: string | null
  } | null
  lines: {
    position: number
    productId: string
    sku: string
    name: string
    unit: string
    quantity: string
  }[]
}

export type SalesSalesOrderReturnBody = {
  reason: string
  lines?: {
    orderLineId: string
    quantity: string
    reason?: string
  }[]
  returnId?: string
}

export type SalesSalesOrderReturnAnswer = {
  id: string
  version: number
  salesOrderId: string
  position: number
  status?: 'authorised' | 'received' | 'closed' | 'rejected' | null
  shopId: string
  reason: string
  authorisedBy: string
  receivedAt?: string | null
  closedAt?: string | null
  outcome?: string | null
  orderNumber: string
  lines: {
    orderLineId: string
    sku: string
    name: string
    unit: string
    quantity: string
    restocked: string
    scrapped: string
    reason?: string | null
  }[]
}

export type SalesOrderReturnReadAnswer = {
  id: string
  version: number
  salesOrderId: string
  position: number
  status?: 'authorised' | 'received' | 'closed' | 'rejected' | null
  shopId: string
  reason: string
  authorisedBy: string
  receivedAt?: string | null
  closedAt?: string | null
  outcome?: string | null
  orderNumber: string
  lines: {
    orderLineId: string
    sku: string
    name: string
    unit: string
    quantity: string
    restocked: string
    scrapped: string
    reason?: string | null
  }[]
}

export type SalesOrderReturnReceiveBody = Record<string, never>

export type SalesOrderReturnReceiveAnswer = {
  id: string
  version: number
  salesOrderId: string
  position: number
  status?: 'authorised' | 'received' | 'closed' | 'rejected' | null
  shopId: string
  reason: string
  authorisedBy: string
  receivedAt?: string | null
  closedAt?: string | null
  outcome?: string | null
  orderNumber: string
  lines: {
    orderLineId: string
    sku: string
    name: string
    unit: string
    quantity: string
    restocked: string
    scrapped: string
    reason?: string | null
  }[]
}

export type SalesOrderReturnInspectBody = {
  lines?: {
    orderLineId: string
    restocked?: string
    scrapped?: string
  }[]
  refund?: boolean
  registerId?: string
}

export type SalesOrderReturnInspectAnswer = {
  id: string
  version: number
  salesOrderId: string
  position: number
  status?: 'authorised' | 'received' | 'closed' | 'rejected' | null
  shopId: string
  reason: string
  authorisedBy: string
  receivedAt?: string | null
  closedAt?: string | null
  outcome?: string | null
  orderNumber: string
  lines: {
    orderLineId: string
    sku: string
    name: string
    unit: string
    quantity: string
    restocked: string
    scrapped: string
    reason?: string | null
  }[]
}

export type SalesOrderReturnRejectBody = {
  reason: string
}

export type SalesOrderReturnRejectAnswer = {
  id: string
  version: number
  salesOrderId: string
  position: number
  status?: 'authorised' | 'received' | 'closed' | 'rejected' | null
  shopId: string
  reason: string
  authorisedBy: string
  receivedAt?: string | null
  closedAt?: string | null
  outcome?: string | null
  orderNumber: string
  lines: {
    orderLineId: string
    sku: string
    name: string
    unit: string
    quantity: string
    restocked: string
    scrapped: string
    reason?: string | null
  }[]
}

export interface SalesRoutes {
  /** Lists number series. `sales.numberSeries.list`, permission `sales.numberSeries.read`. */
  'GET /sales/number-series': {
    params: never
    query: ListQuery<SalesNumberSeriesField>
    body: never
    answer: SalesNumberSeries
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one number series. `sales.numberSeries.read`, permission `sales.numberSeries.read`. */
  'GET /sales/number-series/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: SalesNumberSeries
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists sales. `sales.sale.list`, permission `sales.sale.read`. */
  'GET /erp/sales': {
    params: never
    query: ListQuery<SalesSaleField>
    body: never
    answer: SalesSale
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Lists credit notes. `sales.creditNote.list`, permission `sales.creditNote.read`. */
  'GET /erp/credit-notes': {
    params: never
    query: ListQuery<SalesCreditNoteField>
    body: never
    answer: SalesCreditNote
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Lists shared carts. `sales.sharedCart.list`, permission `sales.sharedCart.read`. */
  'GET /multi-pc/sessions': {
    params: never
    query: ListQuery<SalesSharedCartField>
    body: never
    answer: SalesSharedCart
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one shared cart. `sales.sharedCart.read`, permission `sales.sharedCart.read`. */
  'GET /multi-pc/sessions/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: SalesSharedCart
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists sales orders. `sales.salesOrder.list`, permission `sales.salesOrder.read`. */
  'GET /orders': {
    params: never
    query: ListQuery<SalesSalesOrderField>
    body: never
    answer: SalesSalesOrder
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Lists shipments. `sales.shipment.list`, permission `sales.shipment.read`. */
  'GET /shipments': {
    params: never
    query: ListQuery<SalesShipmentField>
    body: never
    answer: SalesShipment
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one shipment. `sales.shipment.read`, permission `sales.shipment.read`. */
  'GET /shipments/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: SalesShipment
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists order returns. `sales.orderReturn.list`, permission `sales.orderReturn.read`. */
  'GET /order-returns': {
    params: never
    query: ListQuery<SalesOrderReturnField>
    body: never
    answer: SalesOrderReturn
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Sells goods at a till: prices, taxes, takes them from stock, numbers the receipt and takes the payment. `sales.sale.sell`, permission `sales.sale.sell`. */
  'POST /erp/sales': {
    params: never
    query: never
    body: SalesSaleSellBody
    answer: SalesSaleSellAnswer
    isList: false
    refuses: 'PRICE_OVERRIDE_FORBIDDEN' | 'REFERENCE_NOT_FOUND' | 'PRODUCT_NOT_SELLABLE' | 'TAX_CATEGORY_MISSING' | 'PRICE_MISSING' | 'TAX_RATE_MISSING' | 'OUT_OF_STOCK' | 'LOT_REQUIRED' | 'LOT_UNAVAILABLE' | 'NO_SELLING_WAREHOUSE' | 'TENDER_INSUFFICIENT' | 'TENDER_EXCEEDS_DUE' | 'CURRENCY_MISMATCH' | 'ALREADY_EXISTS' | 'CART_CLAIMED' | 'CART_FINISHED' | 'COUPON_INVALID' | 'COUPON_EXHAUSTED' | 'GST_PLACE_UNKNOWN' | 'GST_COMPOSITION_INTRA_ONLY' | 'GIFT_CARD_NOT_FOUND' | 'GIFT_CARD_NOT_USABLE' | 'GIFT_CARD_INSUFFICIENT' | 'STORE_CREDIT_INSUFFICIENT' | 'STORED_VALUE_NEEDS_CUSTOMER' | 'POINTS_NOT_TAKEN'
  }
  /** What a cart would come to, with every step: list prices, each promotion and what it takes off which line. `sales.sale.quote`, permission `sales.sale.sell`. */
  'POST /erp/sales/price': {
    params: never
    query: never
    body: SalesSaleQuoteBody
    answer: SalesSaleQuoteAnswer
    isList: false
    refuses: 'PRICE_OVERRIDE_FORBIDDEN' | 'REFERENCE_NOT_FOUND' | 'PRODUCT_NOT_SELLABLE' | 'TAX_CATEGORY_MISSING' | 'PRICE_MISSING' | 'TAX_RATE_MISSING' | 'CURRENCY_MISMATCH' | 'COUPON_INVALID' | 'COUPON_EXHAUSTED'
  }
  /** Reads one sale with its lines, what of each came back, its tenders and its credit notes. `sales.sale.read`, permission `sales.sale.read`. */
  'GET /erp/sales/:id': {
    params: { id: string }
    query: never
    body: never
    answer: SalesSaleReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** The sales that a batch or serial number went out with, the latest first, and what of it came back. `sales.sale.lotBuyers`, permission `sales.sale.read`. */
  'GET /erp/lots/:id/sales': {
    params: { id: string }
    query: {
      limit?: number
    }
    body: never
    answer: SalesSaleLotBuyersAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Takes goods of a sale back: a credit note with their frozen share, stock at original cost, money paid back. `sales.sale.return`, permission `sales.sale.return`. */
  'POST /erp/sales/:id/returns': {
    params: { id: string }
    query: never
    body: SalesSaleReturnBody
    answer: SalesSaleReturnAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'REFERENCE_NOT_FOUND' | 'RETURN_EXCEEDS_SALE' | 'REFUND_EXCEEDS_CAPTURE' | 'REFUND_STORED_VALUE_FIRST' | 'GIFT_CARD_SPENT' | 'STORED_VALUE_NEEDS_CUSTOMER' | 'CURRENCY_MISMATCH' | 'NO_SELLING_WAREHOUSE' | 'LOT_REQUIRED' | 'ALREADY_EXISTS' | 'SALE_OF_ORDER'
  }
  /** Reads one credit note with what came back and what was paid back for it. `sales.creditNote.read`, permission `sales.creditNote.read`. */
  'GET /erp/credit-notes/:id': {
    params: { id: string }
    query: never
    body: never
    answer: SalesCreditNoteReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Puts a cart where the other tills of the shop see it, or aside for later. `sales.sharedCart.create`, permission `sales.sharedCart.create`. */
  'POST /multi-pc/sessions': {
    params: never
    query: never
    body: SalesSharedCartCreateBody
    answer: SalesSharedCartCreateAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND' | 'ALREADY_EXISTS'
  }
  /** Replaces what is in a shared cart. Refused where another till changed it meanwhile, or holds it. `sales.sharedCart.change`, permission `sales.sharedCart.change`. */
  'PUT /multi-pc/sessions/:id': {
    params: { id: string }
    query: never
    body: SalesSharedCartChangeBody
    answer: SalesSharedCartChangeAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'CART_CLAIMED' | 'CART_FINISHED'
  }
  /** Gives a cart to one till, which alone may change and finish it from then on. `sales.sharedCart.claim`, permission `sales.sharedCart.claim`. */
  'POST /multi-pc/sessions/:id/claim': {
    params: { id: string }
    query: never
    body: SalesSharedCartClaimBody
    answer: SalesSharedCartClaimAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'REFERENCE_NOT_FOUND' | 'CART_CLAIMED' | 'CART_FINISHED'
  }
  /** Takes a cart from the till that claimed it, whichever that is: it may have broken down. `sales.sharedCart.release`, permission `sales.sharedCart.release`. */
  'POST /multi-pc/sessions/:id/release': {
    params: { id: string }
    query: never
    body: SalesSharedCartReleaseBody
    answer: SalesSharedCartReleaseAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'CART_FINISHED'
  }
  /** Says which sale came of a cart. A sale that names the cart when it is made does this by itself. `sales.sharedCart.finish`, permission `sales.sharedCart.finish`. */
  'POST /multi-pc/sessions/:id/finish': {
    params: { id: string }
    query: never
    body: SalesSharedCartFinishBody
    answer: SalesSharedCartFinishAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'REFERENCE_NOT_FOUND' | 'CART_FINISHED' | 'CART_CLAIMED' | 'ALREADY_EXISTS'
  }
  /** Gives a cart up without a sale. `sales.sharedCart.drop`, permission `sales.sharedCart.drop`. */
  'POST /multi-pc/sessions/:id/drop': {
    params: { id: string }
    query: never
    body: SalesSharedCartDropBody
    answer: SalesSharedCartDropAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'CART_CLAIMED' | 'CART_FINISHED'
  }
  /** Takes an order or a quote: prices and taxes are frozen, goods held, and money taken, all of it or nothing. `sales.salesOrder.create`, permission `sales.salesOrder.create`. */
  'POST /orders': {
    params: never
    query: never
    body: SalesSalesOrderCreateBody
    answer: SalesSalesOrderCreateAnswer
    isList: false
    refuses: 'PRICE_OVERRIDE_FORBIDDEN' | 'REFERENCE_NOT_FOUND' | 'PRODUCT_NOT_SELLABLE' | 'TAX_CATEGORY_MISSING' | 'PRICE_MISSING' | 'TAX_RATE_MISSING' | 'OUT_OF_STOCK' | 'NO_SELLING_WAREHOUSE' | 'TENDER_INSUFFICIENT' | 'TENDER_EXCEEDS_DUE' | 'CURRENCY_MISMATCH' | 'ORDER_NOTHING_DUE' | 'ALREADY_EXISTS'
  }
  /** Reads one order with its lines, shipments, payments, what is due, and every step it took. `sales.salesOrder.read`, permission `sales.salesOrder.read`. */
  'GET /orders/:id': {
    params: { id: string }
    query: never
    body: never
    answer: SalesSalesOrderReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Moves an order to the state named: accepts a quote, confirms, processes, ships, delivers, completes, cancels. `sales.salesOrder.move`, permission `sales.salesOrder.move`. */
  'PATCH /orders/:id/status': {
    params: { id: string }
    query: never
    body: SalesSalesOrderMoveBody
    answer: SalesSalesOrderMoveAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION' | 'ORDER_PAYMENT_DUE' | 'EXCEEDS_OPEN' | 'OUT_OF_STOCK' | 'NO_SELLING_WAREHOUSE' | 'REFUND_EXCEEDS_CAPTURE'
  }
  /** Takes money for an order, all of what is due or a part. It is owed to the customer until something ships. `sales.salesOrder.pay`, permission `sales.salesOrder.pay`. */
  'POST /orders/:id/payments': {
    params: { id: string }
    query: never
    body: SalesSalesOrderPayBody
    answer: SalesSalesOrderPayAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION' | 'REFERENCE_NOT_FOUND' | 'ORDER_NOTHING_DUE' | 'TENDER_INSUFFICIENT' | 'TENDER_EXCEEDS_DUE' | 'CURRENCY_MISMATCH' | 'ALREADY_EXISTS'
  }
  /** Pays back what was received beyond what is due, to the methods it was paid with. `sales.salesOrder.refund`, permission `sales.salesOrder.refund`. */
  'POST /orders/:id/refunds': {
    params: { id: string }
    query: never
    body: SalesSalesOrderRefundBody
    answer: SalesSalesOrderRefundAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'ORDER_NOTHING_OWED' | 'CURRENCY_MISMATCH' | 'REFERENCE_NOT_FOUND' | 'REFUND_EXCEEDS_CAPTURE'
  }
  /** Sends goods of an order off, all that are held or a part: they leave stock, and what left is invoiced. `sales.salesOrder.ship`, permission `sales.salesOrder.ship`. */
  'POST /orders/:id/shipments': {
    params: { id: string }
    query: never
    body: SalesSalesOrderShipBody
    answer: SalesSalesOrderShipAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION' | 'REFERENCE_NOT_FOUND' | 'EXCEEDS_OPEN' | 'ORDER_PAYMENT_DUE' | 'OUT_OF_STOCK' | 'NO_SELLING_WAREHOUSE' | 'ALREADY_EXISTS'
  }
  /** Says that a shipment arrived. Its order is delivered when nothing of it is on its way or open any more. `sales.shipment.deliver`, permission `sales.shipment.deliver`. */
  'POST /shipments/:id/deliver': {
    params: { id: string }
    query: never
    body: SalesShipmentDeliverBody
    answer: SalesShipmentDeliverAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION'
  }
  /** Where an order is: its states, its parcels with carrier and tracking number, and the steps it took. `sales.salesOrder.track`, permission `sales.salesOrder.track`. */
  'GET /orders/:id/tracking': {
    params: { id: string }
    query: never
    body: never
    answer: SalesSalesOrderTrackAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Cancels what has not shipped: goods are free again, and money that is not due any more is paid back or owed. `sales.salesOrder.cancel`, permission `sales.salesOrder.cancel`. */
  'POST /orders/:id/cancel': {
    params: { id: string }
    query: never
    body: SalesSalesOrderCancelBody
    answer: SalesSalesOrderCancelAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION' | 'REFERENCE_NOT_FOUND' | 'EXCEEDS_OPEN' | 'REFUND_EXCEEDS_CAPTURE'
  }
  /** Holds goods that have come in for what an order still waits for. A job does it every few minutes by itself. `sales.salesOrder.allocate`, permission `sales.salesOrder.allocate`. */
  'POST /orders/:id/allocate': {
    params: { id: string }
    query: never
    body: SalesSalesOrderAllocateBody
    answer: SalesSalesOrderAllocateAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION' | 'NO_SELLING_WAREHOUSE'
  }
  /** The invoices of an order, one for each shipment, each a posted sale. None before anything shipped. `sales.salesOrder.invoice`, permission `sales.salesOrder.invoice`. */
  'GET /orders/:id/invoice': {
    params: { id: string }
    query: never
    body: never
    answer: SalesSalesOrderInvoiceAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** What is held for an order and has not shipped: what to take from the shelves. `sales.salesOrder.pickList`, permission `sales.salesOrder.pickList`. */
  'GET /orders/:id/pick-list': {
    params: { id: string }
    query: never
    body: never
    answer: SalesSalesOrderPickListAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** What is in a shipment and where it goes, to put into the parcel. `sales.shipment.packingList`, permission `sales.shipment.packingList`. */
  'GET /shipments/:id/packing-list': {
    params: { id: string }
    query: never
    body: never
    answer: SalesShipmentPackingListAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lets the customer send goods of an order back; they are credited once they are received and inspected. `sales.salesOrder.return`, permission `sales.salesOrder.return`. */
  'POST /orders/:id/return': {
    params: { id: string }
    query: never
    body: SalesSalesOrderReturnBody
    answer: SalesSalesOrderReturnAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION' | 'REFERENCE_NOT_FOUND' | 'RETURN_EXCEEDS_SALE' | 'ALREADY_EXISTS'
  }
  /** Reads one return with its lines and what became of them. `sales.orderReturn.read`, permission `sales.orderReturn.read`. */
  'GET /order-returns/:id': {
    params: { id: string }
    query: never
    body: never
    answer: SalesOrderReturnReadAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Says that the goods of a return are there. They are in stock only once they are inspected. `sales.orderReturn.receive`, permission `sales.orderReturn.receive`. */
  'POST /order-returns/:id/receive': {
    params: { id: string }
    query: never
    body: SalesOrderReturnReceiveBody
    answer: SalesOrderReturnReceiveAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION'
  }
  /** Credits what is accepted of a return: goods go back for sale at what they cost, or are lost; money goes back. `sales.orderReturn.inspect`, permission `sales.orderReturn.inspect`. */
  'POST /order-returns/:id/inspect': {
    params: { id: string }
    query: never
    body: SalesOrderReturnInspectBody
    answer: SalesOrderReturnInspectAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION' | 'REFERENCE_NOT_FOUND' | 'EXCEEDS_OPEN' | 'RETURN_EXCEEDS_SALE' | 'REFUND_EXCEEDS_CAPTURE' | 'NO_SELLING_WAREHOUSE'
  }
  /** Ends a return without a credit: the goods did not come, or go back to the customer. `sales.orderReturn.reject`, permission `sales.orderReturn.reject`. */
  'POST /order-returns/:id/reject': {
    params: { id: string }
    query: never
    body: SalesOrderReturnRejectBody
    answer: SalesOrderReturnRejectAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION'
  }
}
