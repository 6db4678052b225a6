/** What a program calls itself, as people call it. The order matters: most browsers name others as well. */
const browsers: readonly [name: string, sign: RegExp][] = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /Version\/.*Safari\//],
]
const systems: readonly [name: string, sign: RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
]

export type Device = { browser: string | undefined; system: string | undefined; isPhone: boolean }

export const deviceOf = (agent: string): Device => ({
  browser: browsers.find(([, sign]) => sign.test(agent))?.[0],
  system: systems.find(([, sign]) => sign.test(agent))?.[0],
  isPhone: /iPhone|Android.*Mobile/.test(agent),
})
