import { codePageMappings } from '#engines/escpos'
import { boolean, choice, code, defineEntity, integer, link, text } from '#kernel'
import { register, shop } from '#modules/shops'
import { guardPrinter } from './printer.guard.ts'

/**
 * A receipt printer of a shop: one of the network, which the server sends to, or one that hangs at a till's browser.
 */
export const printer = defineEntity('printer', {
  label: 'Printer',
  plural: 'Printers',
  says: 'A receipt printer of a shop, and how it is reached.',
  path: '/hardware/printers',
  resource: 'shops',
  shop: 'shop',
  fields: {
    name: text({ label: 'Name', required: true, max: 80, search: true, list: 1, example: 'Front counter' }),
    shop: link({ label: 'Shop', required: true, fixed: true, list: 2, to: () => shop }),
    register: link({ label: 'Register', help: 'The till that prints here unless told', to: () => register }),
    kind: choice(['network', 'browser'], { label: 'Reached by', required: true, default: 'network', list: 3 }),
    host: code({
      label: 'Address',
      help: 'Name or address in the network of the shop',
      max: 253,
      pattern: '^[A-Za-z0-9._:-]+$',
      list: 4,
      example: 'receipts-1.invalid',
    }),
    port: integer({ label: 'Port', required: true, default: 9100, min: 9100, max: 9109 }),
    width: choice(['58', '80'], { label: 'Paper in mm', required: true, default: '80', list: 5 }),
    columns: choice(['32', '42', '48'], {
      label: 'Letters in a line',
      help: '32 on 58 mm and 48 on 80 mm unless told',
    }),
    codePages: choice(codePageMappings, {
      label: 'Code pages',
      help: 'How the maker numbers them',
      required: true,
      default: 'epson',
    }),
    drawer: boolean({ label: 'Opens the cash drawer', required: true, default: false }),
    copies: integer({ label: 'Copies', required: true, default: 1, min: 1, max: 5 }),
  },
  checks: { network_host: "kind <> 'network' or host is not null" },
  guard: guardPrinter,
})
