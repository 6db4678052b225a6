/** The modules of this installation, in tier order: each may use those above it. Everything composed starts here. */
import type { ModuleDefinition } from '#kernel'
import { analytics } from '#manifest/analytics'
import { audit } from '#manifest/audit'
import { auth } from '#manifest/auth'
import { catalog } from '#manifest/catalog'
import { companies } from '#manifest/companies'
import { crm } from '#manifest/crm'
import { finance } from '#manifest/finance'
import { inventory } from '#manifest/inventory'
import { loyalty } from '#manifest/loyalty'
import { payments } from '#manifest/payments'
import { pos } from '#manifest/pos'
import { printing } from '#manifest/printing'
import { promotions } from '#manifest/promotions'
import { purchasing } from '#manifest/purchasing'
import { realtime } from '#manifest/realtime'
import { sales } from '#manifest/sales'
import { shops } from '#manifest/shops'
import { system } from '#manifest/system'
import { views } from '#manifest/views'
import type { MigrationFolder } from '#platform/db'
import { upkeep } from '#platform/upkeep'
import { csvDoors } from '#surfaces/csv'
import { doors } from '#surfaces/doors'
import { foldersOf, installationTablesOf } from './module-folders.ts'

export const modules: readonly ModuleDefinition[] = [
  auth,
  companies,
  shops,
  catalog,
  crm,
  promotions,
  inventory,
  payments,
  loyalty,
  sales,
  pos,
  purchasing,
  printing,
  finance,
  analytics,
  audit,
  realtime,
  views,
  system,
  doors,
  csvDoors,
  upkeep,
]

/** Where the migrations of surfaces and modules lie, in the order in which they apply. */
export const moduleFolders = (): MigrationFolder[] => foldersOf(modules)

/** Tables without a company, from all manifests, with what the app role may do there. */
export const installationTables = (): Record<string, string> => installationTablesOf(modules)
