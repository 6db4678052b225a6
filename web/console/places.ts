'use client'
import {
  Activity,
  Landmark,
  LayoutDashboard,
  type LucideIcon,
  Package,
  Receipt,
  ScanBarcode,
  ScrollText,
  Settings,
  Users,
  UsersRound,
  Warehouse,
} from 'lucide-react'
import { useMay } from '#web/data/me.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { listPage } from './pages.ts'

/** `work` is what is done every day, `manage` what is set up and watched over. */
export type Place = { href: string; label: string; icon: LucideIcon; permission?: string; group: 'work' | 'manage' }

/** The main places that the person may go to: the navigation shows them, the command palette finds them. */
export function usePlaces(): Place[] {
  const words = useWords('shell')
  const label = useLabel()
  const may = useMay()
  const work: Omit<Place, 'group'>[] = [
    { href: '/', label: words('dashboard'), icon: LayoutDashboard },
    { href: '/till', label: words('till'), icon: ScanBarcode, permission: 'sales.sale.sell' },
    { href: listPage('catalog.product'), label: label('Products'), icon: Package, permission: 'catalog.product.read' },
    { href: '/stock', label: label('Stock'), icon: Warehouse, permission: 'inventory.stock.read' },
    { href: listPage('sales.sale'), label: label('Sales'), icon: Receipt, permission: 'sales.sale.read' },
    { href: listPage('crm.customer'), label: label('Customers'), icon: Users, permission: 'crm.customer.read' },
    { href: '/finance', label: words('finance'), icon: Landmark, permission: 'finance.trialBalance' },
  ]
  const manage: Omit<Place, 'group'>[] = [
    { href: '/people', label: words('people'), icon: UsersRound, permission: 'auth.user.read' },
    { href: '/settings', label: words('settings'), icon: Settings, permission: 'companies.company.read' },
    { href: '/system', label: words('system'), icon: Activity, permission: 'system.listListeners' },
    { href: listPage('audit.entry'), label: label('Audit log'), icon: ScrollText, permission: 'audit.entry.read' },
  ]
  const places: Place[] = [
    ...work.map((place) => ({ ...place, group: 'work' as const })),
    ...manage.map((place) => ({ ...place, group: 'manage' as const })),
  ]
  return places.filter(({ permission }) => !permission || may(permission))
}
