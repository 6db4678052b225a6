'use client'
import { Landmark, LayoutDashboard, type LucideIcon, Package, Receipt, ScanBarcode, Users } from 'lucide-react'
import { useMay } from '#web/data/me.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { listPage } from './pages.ts'

export type Place = { href: string; label: string; icon: LucideIcon; permission?: string }

/** The main places that the person may go to: the navigation shows them, the command palette finds them. */
export function usePlaces(): Place[] {
  const words = useWords('shell')
  const label = useLabel()
  const may = useMay()
  const places: Place[] = [
    { href: '/', label: words('dashboard'), icon: LayoutDashboard },
    { href: '/till', label: words('till'), icon: ScanBarcode, permission: 'sales.sale.sell' },
    { href: listPage('catalog.product'), label: label('Products'), icon: Package, permission: 'catalog.product.read' },
    { href: listPage('sales.sale'), label: label('Sales'), icon: Receipt, permission: 'sales.sale.read' },
    { href: listPage('crm.customer'), label: label('Customers'), icon: Users, permission: 'crm.customer.read' },
    { href: '/finance', label: words('finance'), icon: Landmark, permission: 'finance.trialBalance' },
  ]
  return places.filter(({ permission }) => !permission || may(permission))
}
