// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** A place where stock is kept. Each shop sells out of one of its warehouses. */
export type InventoryWarehouse = {
  name: string
  code: string
  shopId: string | null
  sellsFor: boolean | null
  currency: string | null
  allowsNegative: boolean | null
  hasLayers: boolean | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryBin = {
  warehouseId: string
  code: string
  name: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** How much of a product a warehouse holds, how much of that is promised, and what it is worth. */
export type InventoryStock = {
  productId: string
  warehouseId: string
  shopId: string | null
  onHand: string
  reserved: string
  available: string
  value?: Money | null
  layers?: {
    quantity: string
    value: number
  }[] | null
  unitCost?: string | null
  tracking: 'batch' | 'serial' | null
  reorderPoint: string | null
  lowSince: string | null
  allowsNegative: boolean
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** One change of stock, never changed itself: what lies in a warehouse is the sum of its moves. */
export type InventoryMove = {
  at: string
  businessDate: string
  kind: 'sale' | 'return' | 'scrap' | 'adjustment' | 'opening' | 'transfer' | 'receipt' | 'true-up'
  productId: string
  warehouseId: string
  shopId: string | null
  quantity: string
  value?: Money | null
  source: string
  sourceId: string
  sourceLineId: string | null
  reverses: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What a receipt cost, put right afterwards: what is still there is worth more or less, the rest was expensed. */
export type InventoryCostCorrection = {
  at: string
  businessDate: string
  moveId: string
  productId: string
  warehouseId: string
  shopId: string | null
  before?: Money | null
  after?: Money | null
  held: string
  stockChange?: Money | null
  expense?: Money | null
  reason: string
  note: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryAdjustmentReason = {
  code: string
  name: string
  effect: 'shrinkage' | 'gain' | 'opening' | 'correction' | 'use'
  active: boolean | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryAdjustment = {
  warehouseId: string
  shopId: string | null
  businessDate: string
  at: string
  note: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryAdjustmentLine = {
  adjustmentId: string
  shopId: string | null
  productId: string
  reasonId: string
  quantity: string
  value?: Money | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryTransfer = {
  fromWarehouseId: string
  toWarehouseId: string
  shopId: string | null
  businessDate: string
  at: string
  note: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryTransferLine = {
  transferId: string
  shopId: string | null
  productId: string
  quantity: string
  value?: Money | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A batch of goods, or one piece with its serial number, with the day on which it expires. */
export type InventoryLot = {
  productId: string
  code: string
  expiresOn: string | null
  note: string | null
  status: 'active' | 'blocked'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryLotStock = {
  lotId: string
  productId: string
  warehouseId: string
  shopId: string | null
  onHand: string
  isSerial: boolean
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryLotMove = {
  at: string
  businessDate: string
  lotId: string
  productId: string
  warehouseId: string
  shopId: string | null
  quantity: string
  source: string
  sourceId: string
  sourceLineId: string | null
  reverses: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryReservation = {
  shopId: string | null
  state: 'live' | 'released' | 'consumed' | 'expired'
  expiresAt: string | null
  endedAt: string | null
  note: string | null
  heldForEntity: string | null
  heldForId: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryReservationLine = {
  reservationId: string
  shopId: string | null
  productId: string
  warehouseId: string
  quantity: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type InventoryWarehouseField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'code' | 'shopId' | 'sellsFor' | 'currency' | 'allowsNegative' | 'hasLayers'

export type InventoryBinField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'warehouseId' | 'code' | 'name'

export type InventoryStockField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'productId' | 'warehouseId' | 'shopId' | 'onHand' | 'reserved' | 'available' | 'value' | 'unitCost' | 'tracking' | 'reorderPoint' | 'lowSince' | 'allowsNegative'

export type InventoryMoveField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'at' | 'businessDate' | 'kind' | 'productId' | 'warehouseId' | 'shopId' | 'quantity' | 'value' | 'source' | 'sourceId' | 'sourceLineId' | 'reverses'

export type InventoryCostCorrectionField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'at' | 'businessDate' | 'moveId' | 'productId' | 'warehouseId' | 'shopId' | 'before' | 'after' | 'held' | 'stockChange' | 'expense' | 'reason' | 'note'

export type InventoryAdjustmentReasonField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'effect' | 'active'

export type InventoryAdjustmentField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'warehouseId' | 'shopId' | 'businessDate' | 'at' | 'note'

export type InventoryAdjustmentLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'adjustmentId' | 'shopId' | 'productId' | 'reasonId' | 'quantity' | 'value'

export type InventoryTransferField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'fromWarehouseId' | 'toWarehouseId' | 'shopId' | 'businessDate' | 'at' | 'note'

export type InventoryTransferLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'transferId' | 'shopId' | 'productId' | 'quantity' | 'value'

export type InventoryLotField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'productId' | 'code' | 'expiresOn' | 'note' | 'status'

export type InventoryLotStockField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'lotId' | 'productId' | 'warehouseId' | 'shopId' | 'onHand' | 'isSerial'

export type InventoryLotMoveField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'at' | 'businessDate' | 'lotId' | 'productId' | 'warehouseId' | 'shopId' | 'quantity' | 'source' | 'sourceId' | 'sourceLineId' | 'reverses'

export type InventoryReservationField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'shopId' | 'state' | 'expiresAt' | 'endedAt' | 'note' | 'heldForEntity' | 'heldForId'

export type InventoryReservationLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'reservationId' | 'shopId' | 'productId' | 'warehouseId' | 'quantity'

export type InventoryWarehouseCreateBody = {
  name: string
  code: string
  shopId?: string | null
  sellsFor?: boolean | null
  id?: string
}

export type InventoryWarehouseUpdateBody = {
  name?: string | null
  code?: string | null
  sellsFor?: boolean | null
  version?: number
}

export type InventoryWarehouseDeleteAnswer = {
  id: string
}

export type InventoryBinCreateBody = {
  warehouseId: string
  code: string
  name?: string | null
  id?: string
}

export type InventoryBinUpdateBody = {
  code?: string | null
  name?: string | null
  version?: number
}

export type InventoryBinDeleteAnswer = {
  id: string
}

export type InventoryAdjustmentReasonCreateBody = {
  code: string
  name: string
  effect: 'shrinkage' | 'gain' | 'opening' | 'correction' | 'use'
  active?: boolean | null
  id?: string
}

export type InventoryAdjustmentReasonUpdateBody = {
  name?: string | null
  effect?: 'shrinkage' | 'gain' | 'opening' | 'correction' | 'use' | null
  active?: boolean | null
  version?: number
}

export type InventoryAdjustmentReasonDeleteAnswer = {
  id: string
}

export type InventoryLotUpdateBody = {
  expiresOn?: string | null
  note?: string | null
  version?: number
}

export type InventoryLotBlockBody = {
  version?: number
}

export type InventoryLotUnblockBody = {
  version?: number
}

export type InventoryAdjustmentAdjustBody = {
  warehouseId: string
  lines: {
    productId: string
    quantity: string
    reason: string
    lot?: string
    expiresOn?: string
    unitCost?: Money
  }[]
  businessDate?: string
  note?: string
}

export type InventoryAdjustmentAdjustAnswer = {
  id: string
  warehouseId: string
  businessDate: string
  currency: string
  lines: {
    productId: string
    quantity: string
    value?: number | null
    reason: string
    effect: string
  }[]
  stock: {
    productId: string
    warehouseId: string
    onHand: string
    available: string
  }[]
}

export type InventoryAdjustmentCountBody = {
  warehouseId: string
  lines: {
    productId: string
    counted: string
  }[]
  note?: string
}

export type InventoryAdjustmentCountAnswer = {
  id?: string | null
  warehouseId: string
  businessDate?: string | null
  lines: {
    productId: string
    before: string
    counted: string
    difference: string
    value?: number | null
  }[]
}

export type InventoryTransferTransferBody = {
  fromWarehouseId: string
  toWarehouseId: string
  lines: {
    productId: string
    quantity: string
    lots?: {
      code: string
      quantity?: string
    }[]
  }[]
  note?: string
}

export type InventoryTransferTransferAnswer = {
  id: string
  businessDate: string
  stock: {
    productId: string
    warehouseId: string
    onHand: string
    available: string
  }[]
}

export type InventoryReservationReserveBody = {
  lines: {
    productId: string
    warehouseId: string
    quantity: string
  }[]
  expiresAt?: string
  note?: string
}

export type InventoryReservationReserveAnswer = {
  id: string
  state: string
  expiresAt?: string | null
  stock: {
    productId: string
    warehouseId: string
    onHand: string
    available: string
  }[]
}

export type InventoryReservationReleaseBody = Record<string, never>

export type InventoryReservationReleaseAnswer = {
  id: string
  state: string
}

export type InventoryStockAlertsAnswer = {
  productId: string
  warehouseId: string
  sku: string
  name: string
  onHand: string
  reserved: string
  available: string
  reorderPoint?: string | null
  lowSince: string
  level: 'low' | 'out'
}

export type InventoryStockSetReorderPointsBody = {
  lines: {
    productId: string
    warehouseId: string
    reorderPoint?: string
  }[]
}

export type InventoryStockBundleAvailabilityAnswer = {
  productId: string
  warehouses: {
    warehouseId: string
    available: number
    shortOfId: string
  }[]
}

export type InventoryCostCorrectionCorrectBody = {
  unitCost: Money
  note: string
}

export type InventoryCostCorrectionCorrectAnswer = {
  id: string
  held: string
  before: Money
  after: Money
  stockChange: Money
  expense: Money
}

export interface InventoryRoutes {
  /** Lists warehouses. `inventory.warehouse.list`, permission `inventory.warehouse.read`. */
  'GET /inventory/warehouses': {
    params: never
    query: ListQuery<InventoryWarehouseField>
    body: never
    answer: InventoryWarehouse
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one warehouse. `inventory.warehouse.read`, permission `inventory.warehouse.read`. */
  'GET /inventory/warehouses/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryWarehouse
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a warehouse. `inventory.warehouse.create`, permission `inventory.warehouse.create`. */
  'POST /inventory/warehouses': {
    params: never
    query: never
    body: InventoryWarehouseCreateBody
    answer: InventoryWarehouse
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a warehouse. `inventory.warehouse.update`, permission `inventory.warehouse.update`. */
  'PATCH /inventory/warehouses/:id': {
    params: { id: string }
    query: never
    body: InventoryWarehouseUpdateBody
    answer: InventoryWarehouse
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /inventory/warehouses/:id': InventoryRoutes['PATCH /inventory/warehouses/:id']
  /** Removes a warehouse that nothing refers to. `inventory.warehouse.delete`, permission `inventory.warehouse.delete`. */
  'DELETE /inventory/warehouses/:id': {
    params: { id: string }
    query: never
    body: never
    answer: InventoryWarehouseDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists storage bins. `inventory.bin.list`, permission `inventory.bin.read`. */
  'GET /inventory/bins': {
    params: never
    query: ListQuery<InventoryBinField>
    body: never
    answer: InventoryBin
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one storage bin. `inventory.bin.read`, permission `inventory.bin.read`. */
  'GET /inventory/bins/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryBin
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a storage bin. `inventory.bin.create`, permission `inventory.bin.create`. */
  'POST /inventory/bins': {
    params: never
    query: never
    body: InventoryBinCreateBody
    answer: InventoryBin
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a storage bin. `inventory.bin.update`, permission `inventory.bin.update`. */
  'PATCH /inventory/bins/:id': {
    params: { id: string }
    query: never
    body: InventoryBinUpdateBody
    answer: InventoryBin
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /inventory/bins/:id': InventoryRoutes['PATCH /inventory/bins/:id']
  /** Removes a storage bin that nothing refers to. `inventory.bin.delete`, permission `inventory.bin.delete`. */
  'DELETE /inventory/bins/:id': {
    params: { id: string }
    query: never
    body: never
    answer: InventoryBinDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists stock. `inventory.stock.list`, permission `inventory.stock.read`. */
  'GET /inventory': {
    params: never
    query: ListQuery<InventoryStockField>
    body: never
    answer: InventoryStock
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  'GET /erp/inventory': InventoryRoutes['GET /inventory']
  /** Reads one stock. `inventory.stock.read`, permission `inventory.stock.read`. */
  'GET /inventory/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryStock
    isList: false
    refuses: 'NOT_FOUND'
  }
  'GET /erp/inventory/:id': InventoryRoutes['GET /inventory/:id']
  /** Lists stock moves. `inventory.move.list`, permission `inventory.move.read`. */
  'GET /inventory/moves': {
    params: never
    query: ListQuery<InventoryMoveField>
    body: never
    answer: InventoryMove
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one stock move. `inventory.move.read`, permission `inventory.move.read`. */
  'GET /inventory/moves/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryMove
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists corrections of costs. `inventory.costCorrection.list`, permission `inventory.costCorrection.read`. */
  'GET /inventory/cost-corrections': {
    params: never
    query: ListQuery<InventoryCostCorrectionField>
    body: never
    answer: InventoryCostCorrection
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one correction of a cost. `inventory.costCorrection.read`, permission `inventory.costCorrection.read`. */
  'GET /inventory/cost-corrections/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryCostCorrection
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists adjustment reasons. `inventory.adjustmentReason.list`, permission `inventory.adjustmentReason.read`. */
  'GET /inventory/adjustment-reasons': {
    params: never
    query: ListQuery<InventoryAdjustmentReasonField>
    body: never
    answer: InventoryAdjustmentReason
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one adjustment reason. `inventory.adjustmentReason.read`, permission `inventory.adjustmentReason.read`. */
  'GET /inventory/adjustment-reasons/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryAdjustmentReason
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates an adjustment reason. `inventory.adjustmentReason.create`, permission `inventory.adjustmentReason.create`. */
  'POST /inventory/adjustment-reasons': {
    params: never
    query: never
    body: InventoryAdjustmentReasonCreateBody
    answer: InventoryAdjustmentReason
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of an adjustment reason. `inventory.adjustmentReason.update`, permission `inventory.adjustmentReason.update`. */
  'PATCH /inventory/adjustment-reasons/:id': {
    params: { id: string }
    query: never
    body: InventoryAdjustmentReasonUpdateBody
    answer: InventoryAdjustmentReason
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /inventory/adjustment-reasons/:id': InventoryRoutes['PATCH /inventory/adjustment-reasons/:id']
  /** Removes an adjustment reason that nothing refers to. `inventory.adjustmentReason.delete`, permission `inventory.adjustmentReason.delete`. */
  'DELETE /inventory/adjustment-reasons/:id': {
    params: { id: string }
    query: never
    body: never
    answer: InventoryAdjustmentReasonDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists stock adjustments. `inventory.adjustment.list`, permission `inventory.adjustment.read`. */
  'GET /inventory/adjustments': {
    params: never
    query: ListQuery<InventoryAdjustmentField>
    body: never
    answer: InventoryAdjustment
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one stock adjustment. `inventory.adjustment.read`, permission `inventory.adjustment.read`. */
  'GET /inventory/adjustments/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryAdjustment
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists stock adjustment lines. `inventory.adjustmentLine.list`, permission `inventory.adjustmentLine.read`. */
  'GET /inventory/adjustment-lines': {
    params: never
    query: ListQuery<InventoryAdjustmentLineField>
    body: never
    answer: InventoryAdjustmentLine
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one stock adjustment line. `inventory.adjustmentLine.read`, permission `inventory.adjustmentLine.read`. */
  'GET /inventory/adjustment-lines/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryAdjustmentLine
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists stock transfers. `inventory.transfer.list`, permission `inventory.transfer.read`. */
  'GET /inventory/transfers': {
    params: never
    query: ListQuery<InventoryTransferField>
    body: never
    answer: InventoryTransfer
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one stock transfer. `inventory.transfer.read`, permission `inventory.transfer.read`. */
  'GET /inventory/transfers/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryTransfer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists stock transfer lines. `inventory.transferLine.list`, permission `inventory.transferLine.read`. */
  'GET /inventory/transfer-lines': {
    params: never
    query: ListQuery<InventoryTransferLineField>
    body: never
    answer: InventoryTransferLine
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one stock transfer line. `inventory.transferLine.read`, permission `inventory.transferLine.read`. */
  'GET /inventory/transfer-lines/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryTransferLine
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists batches and serial numbers. `inventory.lot.list`, permission `inventory.lot.read`. */
  'GET /inventory/lots': {
    params: never
    query: ListQuery<InventoryLotField>
    body: never
    answer: InventoryLot
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one batch or serial number. `inventory.lot.read`, permission `inventory.lot.read`. */
  'GET /inventory/lots/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryLot
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Changes the named fields of a batch or serial number. `inventory.lot.update`, permission `inventory.lot.update`. */
  'PATCH /inventory/lots/:id': {
    params: { id: string }
    query: never
    body: InventoryLotUpdateBody
    answer: InventoryLot
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /inventory/lots/:id': InventoryRoutes['PATCH /inventory/lots/:id']
  /** Takes what is left of it out of sale, such as for a recall. `inventory.lot.block`, permission `inventory.lot.block`. */
  'POST /inventory/lots/:id/block': {
    params: { id: string }
    query: never
    body: InventoryLotBlockBody
    answer: InventoryLot
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lets it be sold again. `inventory.lot.unblock`, permission `inventory.lot.unblock`. */
  'POST /inventory/lots/:id/unblock': {
    params: { id: string }
    query: never
    body: InventoryLotUnblockBody
    answer: InventoryLot
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists stock by batch. `inventory.lotStock.list`, permission `inventory.lotStock.read`. */
  'GET /inventory/lot-stock': {
    params: never
    query: ListQuery<InventoryLotStockField>
    body: never
    answer: InventoryLotStock
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one stock of a batch. `inventory.lotStock.read`, permission `inventory.lotStock.read`. */
  'GET /inventory/lot-stock/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryLotStock
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists moves of batches. `inventory.lotMove.list`, permission `inventory.lotMove.read`. */
  'GET /inventory/lot-moves': {
    params: never
    query: ListQuery<InventoryLotMoveField>
    body: never
    answer: InventoryLotMove
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one move of a batch. `inventory.lotMove.read`, permission `inventory.lotMove.read`. */
  'GET /inventory/lot-moves/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryLotMove
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists reservations. `inventory.reservation.list`, permission `inventory.reservation.read`. */
  'GET /inventory/reservations': {
    params: never
    query: ListQuery<InventoryReservationField>
    body: never
    answer: InventoryReservation
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one reservation. `inventory.reservation.read`, permission `inventory.reservation.read`. */
  'GET /inventory/reservations/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryReservation
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists reservation lines. `inventory.reservationLine.list`, permission `inventory.reservationLine.read`. */
  'GET /inventory/reservation-lines': {
    params: never
    query: ListQuery<InventoryReservationLineField>
    body: never
    answer: InventoryReservationLine
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one reservation line. `inventory.reservationLine.read`, permission `inventory.reservationLine.read`. */
  'GET /inventory/reservation-lines/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: InventoryReservationLine
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Corrects what a warehouse holds: opening stock, losses, finds. Signed quantities, a reason for each line. `inventory.adjustment.adjust`, permission `inventory.adjustment.adjust`. */
  'POST /inventory/adjust': {
    params: never
    query: never
    body: InventoryAdjustmentAdjustBody
    answer: InventoryAdjustmentAdjustAnswer
    isList: false
    refuses: 'OUT_OF_STOCK' | 'REFERENCE_NOT_FOUND' | 'CURRENCY_MISMATCH' | 'LOT_REQUIRED' | 'LOT_UNAVAILABLE' | 'LOT_MISMATCH'
  }
  'POST /erp/inventory/adjust': InventoryRoutes['POST /inventory/adjust']
  /** Books what was counted in a warehouse: differences to what is on hand become an adjustment. `inventory.adjustment.count`, permission `inventory.adjustment.count`. */
  'POST /inventory/counts': {
    params: never
    query: never
    body: InventoryAdjustmentCountBody
    answer: InventoryAdjustmentCountAnswer
    isList: false
    refuses: 'OUT_OF_STOCK' | 'REFERENCE_NOT_FOUND'
  }
  /** Carries goods from one warehouse to another, at once on both sides and at what they cost. `inventory.transfer.transfer`, permission `inventory.transfer.transfer`. */
  'POST /inventory/transfers': {
    params: never
    query: never
    body: InventoryTransferTransferBody
    answer: InventoryTransferTransferAnswer
    isList: false
    refuses: 'OUT_OF_STOCK' | 'REFERENCE_NOT_FOUND' | 'LOT_REQUIRED' | 'LOT_UNAVAILABLE'
  }
  /** Promises goods: they stay on hand and are no longer available, until released, consumed or expired. `inventory.reservation.reserve`, permission `inventory.reservation.reserve`. */
  'POST /inventory/reservations': {
    params: never
    query: never
    body: InventoryReservationReserveBody
    answer: InventoryReservationReserveAnswer
    isList: false
    refuses: 'OUT_OF_STOCK' | 'REFERENCE_NOT_FOUND'
  }
  /** Ends a live reservation; its goods are available again. `inventory.reservation.release`, permission `inventory.reservation.release`. */
  'POST /inventory/reservations/:id/release': {
    params: { id: string }
    query: never
    body: InventoryReservationReleaseBody
    answer: InventoryReservationReleaseAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION'
  }
  /** Lists stock at or below its reorder point and stock of which nothing can be sold, the longest first. `inventory.stock.alerts`, permission `inventory.stock.read`. */
  'GET /inventory/alerts': {
    params: never
    query: {
      shopId?: string
      limit?: number
      page?: number
    }
    body: never
    answer: InventoryStockAlertsAnswer
    isList: true
    refuses: never
  }
  /** Says from where on stock of a product counts as low in a warehouse. Without a point it is never low. `inventory.stock.setReorderPoints`, permission `inventory.stock.setReorderPoints`. */
  'PATCH /inventory/reorder-points': {
    params: never
    query: never
    body: InventoryStockSetReorderPointsBody
    answer: unknown
    isList: false
    refuses: 'REFERENCE_NOT_FOUND'
  }
  /** How many whole bundles the available stock of a warehouse is enough for, and what runs out first. `inventory.stock.bundleAvailability`, permission `inventory.stock.read`. */
  'GET /inventory/bundles': {
    params: never
    query: {
      productId: string
    }
    body: never
    answer: InventoryStockBundleAvailabilityAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Puts right what a receipt cost: what is still there changes its value, the rest is expensed today. `inventory.costCorrection.correct`, permission `inventory.costCorrection.correct`. */
  'POST /inventory/moves/:id/correct-cost': {
    params: { id: string }
    query: never
    body: InventoryCostCorrectionCorrectBody
    answer: InventoryCostCorrectionCorrectAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'COST_NOT_CORRECTABLE' | 'CURRENCY_MISMATCH'
  }
}
