/** The people of the demo companies. They exist only with demo data, never in production mode. */
export const demoPassword = 'demo-demo-demo'

export const demoSignIns = [
  {
    email: 'root@entrepot.test',
    name: 'Rita Root',
    role: 'super_admin',
    company: undefined,
    says: 'super admin of the installation',
  },
  {
    email: 'owner@gift.test',
    name: 'Olive Owner',
    role: 'company_admin',
    company: 'gift',
    says: 'owner of Gift Wholesale',
  },
  { email: 'manager@gift.test', name: 'Mina Manager', role: 'shop_manager', company: 'gift', says: 'manages its shop' },
  { email: 'cashier@gift.test', name: 'Carl Cashier', role: 'shop_staff', company: 'gift', says: 'sells at its till' },
  { email: 'customer@gift.test', name: 'Cora Customer', role: 'customer', company: 'gift', says: 'buys there' },
  {
    email: 'owner@cafe.test',
    name: 'Chris Café',
    role: 'company_admin',
    company: 'cafe',
    says: 'owner of the Corner Café',
  },
] as const
