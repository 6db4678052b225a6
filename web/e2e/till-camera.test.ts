import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { visit } from './browser.ts'
import { filmCode, modulesOf } from './ean-video.ts'
import { cart, openTill } from './till.fixture.ts'

/** The barcode that the demo gives to its white hanging heart. */
const code = '5012345678900'
let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entrepot-camera-'))
  await filmCode(code, join(folder, 'code.y4m'))
})
after(() => rm(folder, { recursive: true, force: true }))

const cameraOf = (film: string) => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

test('the film shows a code as the standard draws it', () => {
  assert.equal(modulesOf(code).length, 95)
  assert.match(modulesOf('4003994155486'), /^10100011010100111/)
})

test('a code before the camera puts its goods into the cart, each time once, and the camera is let go of', async () => {
  const { page, end } = await visit({ switches: cameraOf(join(folder, 'code.y4m')) })
  await openTill(page, 'owner@gift.test')
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  const dialog = page.getByRole('dialog', { name: 'Scan with the camera' })
  await dialog.getByText(code).waitFor()
  await page.evaluate('globalThis.track = document.querySelector("video").srcObject.getTracks()[0]')
  // A code that is held there counts once.
  await page.waitForTimeout(2_500)
  await page.keyboard.press('Escape')
  await cart(page)
    .getByRole('button', { name: /^1 of WHITE HANGING HEART/ })
    .waitFor()
  assert.equal(await page.evaluate('track.readyState'), 'ended')
  await end()
})

test('without a camera the till says so, and the code can be typed', async () => {
  const { page, end } = await visit()
  await openTill(page, 'owner@gift.test')
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await page.getByText('The camera cannot be used.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('Search goods, or scan').fill(code)
  await page.keyboard.press('Enter')
  await cart(page).getByText('WHITE HANGING HEART').waitFor()
  await end()
})
