/**
 * Passwords that attackers try first. The words are our own choice of the ones that head every published list of leaked
 * passwords; decorations (digits and signs around them, `@` for `a`, repetition) are undone before the look-up, so a
 * hundred words stand for many thousand passwords.
 */

const words = new Set(
  `password passwort passw motdepasse contrasena contraseña senha parola wachtwoord haslo salasana adgangskode kennwort
  pass passphrase passkey secret topsecret mysecret changeme changemenow changeit temp temporary default guest test
  testing tester testtest demo sample admin administrator adminadmin sysadmin superadmin superuser root toor user
  username login logon signin letmein letmeinnow letmeinplease welcome welcomehome welcomeback hello helloworld
  hellohello iloveyou iloveyouso loveyou lovely lover sunshine princess dragon monkey shadow master superman batman
  spiderman starwars pokemon naruto minecraft fortnite football baseball basketball soccer hockey cricket liverpool
  chelsea arsenal barcelona realmadrid juventus manchester unitedkingdom america india london newyork california
  computer internet windows microsoft google facebook instagram whatsapp youtube linkedin samsung android iphone
  server database oracle postgres mysql network router cisco security company business office manager cashier
  shop store retail entrepot warehouse summer winter spring autumn january february march april june july august
  september october november december monday tuesday wednesday thursday friday saturday sunday michael jennifer
  jessica ashley daniel charlie thomas jordan hunter robert matthew andrew joshua george nicole michelle amanda
  samantha elizabeth alexander cookie chocolate banana orange pepper ginger cheese flower butterfly mustang ferrari
  mercedes porsche corvette yamaha harley freedom forever whatever nothing trustno trustnoone blink killer ninja
  jesus jesuschrist godisgood blessed heaven angel babygirl qwerty qwertz azerty qwertyuiop qwertyuiopasdf
  qwertyuiopasdfghjkl asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc qweqwe asdasd
  abc abcd abcdef abcabc abcdefg opensesame iamthebest nopassword mypassword thepassword newpassword yourpassword
  passwordpassword ilovemyfamily correcthorsebatterystaple`.split(/\s+/),
)

const exact = new Set(
  `1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc 1qaz2wsx3edc4rfv q1w2e3r4t5y6 q1w2e3r4t5y6u7i8
  1qazxsw23edc zaq12wsxcde3 zaq1zaq1zaq1 a1b2c3d4e5f6 a1s2d3f4g5h6 123qweasdzxc qwe123qwe123 abc123abc123
  asd123asd123 123456qwerty 12345qwert12345 1234qwerasdf 1234qwerasdfzxcv 147258369147 159357258456 147852369147
  112233445566 111222333444 121212121212 101010101010 123454321234 314159265358 3.1415926535 18atcskd2w
  3rjs1la7qe987654321 passw0rdpassw0rd p@ssw0rdp@ssw0rd`.split(/\s+/),
)

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
]
const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
  '8': 'b',
}

/**
 * Whether the password is one that attackers try first. `avoid` are words of its owner: their name, e-mail, company.
 */
export function isCommonPassword(password: string, avoid: readonly string[] = []): boolean {
  const text = password.toLowerCase()
  const banned = avoid.flatMap((word) => [word.toLowerCase(), word.toLowerCase().split('@')[0] ?? '']).filter(Boolean)
  return (
    exact.has(text) || isRepetition(text) || isKeyboardRun(text) || stems(text).some((stem) => isWord(stem, banned))
  )
}

/** The word inside `!!P4ssw0rd2024`, with and without the decoration at its ends and the look-alikes undone. */
function stems(text: string): string[] {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [text, core].flatMap((stem) => [stem, [...stem].map((sign) => lookAlikes[sign] ?? sign).join('')])
}

function isWord(stem: string, banned: readonly string[]): boolean {
  const plain = stem.replace(/[^\p{L}]+/gu, '')
  if (banned.includes(stem) || words.has(plain)) return true
  const half = plain.slice(0, plain.length / 2)
  return plain === half + half && words.has(half)
}

/** `aaaaaaaaaaaa`, `123123123123`, `demodemodemo`: a unit of up to four signs and nothing else. */
function isRepetition(text: string): boolean {
  return [1, 2, 3, 4].some(
    (size) =>
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length),
  )
}

function isKeyboardRun(text: string): boolean {
  const backwards = [...text].reverse().join('')
  return rows.some((row) => row.includes(text) || row.includes(backwards))
}
