import { boolean, choice, code, defineEntity, secret, text, url } from '#kernel'
import { guardConnection } from './connection.guard.ts'
import { gatewayNames } from './port.ts'

/** A company's account at a payment gateway. Its keys are written and never read back; tokens stand for cards. */
export const gatewayConnection = defineEntity('gatewayConnection', {
  label: 'Gateway connection',
  plural: 'Gateway connections',
  says: "A company's account at a payment gateway, with the keys to it.",
  path: '/payments/connections',
  resource: 'settings',
  title: 'name',
  fields: {
    name: text({ label: 'Name', required: true, max: 80, unique: true, search: true, list: 1 }),
    gateway: choice(gatewayNames, { label: 'Gateway', required: true, fixed: true, list: 2 }),
    active: boolean({ label: 'In use', default: true, list: 3 }),
    publicId: text({
      label: 'Public key or client id',
      help: 'Publishable key (Stripe), client id (PayPal), key id (Razorpay), application id (Square)',
      max: 200,
    }),
    secretKey: secret({
      label: 'Secret key',
      help: 'Secret key (Stripe), client secret (PayPal), key secret (Razorpay), access token (Square)',
      max: 500,
    }),
    webhookSecret: secret({
      label: 'Webhook secret',
      help: 'Signing secret (Stripe), webhook secret (Razorpay), signature key (Square)',
      max: 500,
    }),
    oldWebhookSecret: secret({
      label: 'Previous webhook secret',
      help: 'Accepted beside the present one while a gateway still sends older events',
      max: 500,
    }),
    webhookId: code({ label: 'Webhook id', help: 'PayPal only', max: 64 }),
    webhookUrl: url({ label: 'Webhook address', help: 'Square only: the address exactly as registered there' }),
    locationId: code({ label: 'Location id', help: 'Square only', max: 64 }),
    apiVersion: code({ label: 'API version', help: "Unless the account's own is wanted", max: 40 }),
    baseUrl: url({ label: 'Address', help: "Unless it is the gateway's live one: a sandbox, for example" }),
  },
  guard: guardConnection,
})
