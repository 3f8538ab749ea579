import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from './characters'
import { createChecker } from './check'
import { numbersOf, type Checked } from './checked'
import { emptyWho } from './list'
import { readFile } from './readFile'
import { callingCode } from './plan'

/** How many inputs each law is tried with. */
const RUNS = 10_000

/** Countries with the ways their mobile numbers are written: nationally, and what is dialled behind the country code. */
const COUNTRIES = [
  { country: 'US', national: (n: string) => `206-555-${n}`, significant: (n: string) => `206555${n}` },
  { country: 'DE', national: (n: string) => `0151 2345${n}`, significant: (n: string) => `1512345${n}` },
  { country: 'GB', national: (n: string) => `07912 34${n}`, significant: (n: string) => `791234${n}` },
  { country: 'AT', national: (n: string) => `0664 123${n}`, significant: (n: string) => `664123${n}` },
  {
    country: 'FR',
    national: (n: string) => `06 12 34 ${n.slice(0, 2)} ${n.slice(2)}`,
    significant: (n: string) => `61234${n}`,
  },
  { country: 'IT', national: (n: string) => `347 123 ${n}`, significant: (n: string) => `347123${n}` },
  {
    country: 'PL',
    national: (n: string) => `512 34${n.slice(0, 1)} ${n.slice(1)}`,
    significant: (n: string) => `51234${n}`,
  },
  { country: 'DK', national: (n: string) => `2012 ${n}`, significant: (n: string) => `2012${n}` },
  { country: 'BR', national: (n: string) => `(11) 98765-${n}`, significant: (n: string) => `1198765${n}` },
  { country: 'SA', national: (n: string) => `050 123 ${n}`, significant: (n: string) => `50123${n}` },
] as const

interface Phone {
  text: string
  e164: string
}

type Country = (typeof COUNTRIES)[number]

const fourDigits = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'))

/** Digits of some scripts, dashes and what cannot be seen, put into a number: it stays the same number. */
const SCRIPTS = ['0', '٠', '०', '０', '௦']
const disguise = fc.record({
  zero: fc.constantFrom(...SCRIPTS),
  dash: fc.constantFrom('-', '\u2010', '\u2011', '\u2013', '\u2212', '\uff0d', ' ', '\u00a0', '\u202f', '.'),
  invisible: fc.constantFrom('', '\u00ad', '\u200b', '\u2060', '\ufe0f', '\u202a', '\u2069', '\ufeff'),
})

function phoneOf({ country, national, significant }: Country) {
  return fc
    .record({ n: fourDigits, form: fc.constantFrom('plus', 'plus-spaced', 'zeros', 'national'), disguise })
    .map(({ n, form, disguise: { zero, dash, invisible } }): Phone => {
      const code = callingCode(country)
      const e164 = `+${code}${significant(n)}`
      const plain = {
        plus: e164,
        'plus-spaced': `+${code} ${national(n).replace(/^0/, '')}`,
        zeros: `00${e164.slice(1)}`,
        national: national(n),
      }[form]
      const text = plain
        .replaceAll('-', dash)
        .replaceAll(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 48) + Number(digit)))
      return { text: text.slice(0, 4) + invisible + text.slice(4), e164 }
    })
}

/** What stands around numbers in lists, and is none. */
const NAMES = ['Ana Ruiz', 'Bob', 'مريم', '李小龍', 'Jürgen Groß', 'Desk4', 'O’Neil']
const NOISE = [
  '1985-04-12',
  '12.04.1985',
  '24/11/2026 14:30',
  '10115 Berlin',
  'https://example.com/r/12345678',
  'ana1234567@example.com',
  '192.168.10.20',
  '12.345,67 EUR',
  '$ 1,234,567.00',
  'DE89370400440532013000',
  'RE-2026-0012345',
]
const BREAKS = ['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085']

interface Line {
  text: string
  /** Who may be sent to from this line. */
  people: string[]
}

function lineOf(phone: fc.Arbitrary<Phone>): fc.Arbitrary<Line> {
  const name = fc.constantFrom(...NAMES)
  const noise = fc.constantFrom(...NOISE)
  return fc.oneof(
    phone.map(({ text, e164 }) => ({ text, people: [e164] })),
    fc.tuple(name, phone).map(([who, { text, e164 }]) => ({ text: `${who} ${text}`, people: [e164] })),
    fc.tuple(name, phone).map(([who, { text, e164 }]) => ({ text: `${who} <${text}>`, people: [e164] })),
    fc
      .tuple(name, noise, phone)
      .map(([who, other, { text, e164 }]) => ({ text: `${who}; ${other}; ${text}`, people: [e164] })),
    fc.tuple(phone, noise).map(([{ text, e164 }, other]) => ({ text: `${text} ; ${other}`, people: [e164] })),
    fc
      .tuple(
        phone,
        phone,
        fc.constantFrom(' or ', ' und ', ' & ', '|', ' / ', ', ', '; ', '、', '،', '，', ' ::: '),
      )
      .map(([one, other, between]) => ({
        text: one.text + between + other.text,
        people: [one.e164, other.e164],
      })),
    fc.tuple(phone, phone).map(([one, other]) => ({
      text: `Home: ${one.text} Mobile: ${other.text}`,
      people: [one.e164, other.e164],
    })),
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), phone)
      .map(([n, { text, e164 }]) => ({ text: `${n}. ${text}`, people: [e164] })),
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), phone)
      .map(([n, { text, e164 }]) => ({ text: `${n}) ${text}`, people: [e164] })),
    fc
      .tuple(phone, fc.constantFrom(' ext. 12', ' x12', ' Durchwahl 12', ';ext=12', ' #12', ' poste 12'))
      .map(([{ text }, extension]) => ({ text: text + extension, people: [] })),
    fc
      .tuple(phone, fc.constantFrom(' STOP', ' (do not text)', ' – abgemeldet'))
      .map(([{ text }, remark]) => ({ text: text + remark, people: [] })),
    fc.tuple(name, noise).map(([who, other]) => ({ text: `${who}, ${other}`, people: [] })),
    noise.map((text) => ({ text, people: [] })),
    name.map((text) => ({ text, people: [] })),
  )
}

const text = fc.constantFrom(...COUNTRIES).chain((country) =>
  fc.record({
    country: fc.constant(country.country),
    lines: fc.array(lineOf(phoneOf(country)), { minLength: 1, maxLength: 5 }),
    lineBreak: fc.constantFrom(...BREAKS),
  }),
)

/** Each digit of a text, counted. */
function digitsOf(texts: readonly string[]): number[] {
  const counts = Array.from({ length: 10 }, () => 0)
  for (const character of clean(texts.join(' ')).text) {
    if (character >= '0' && character <= '9') counts[Number(character)] = (counts[Number(character)] ?? 0) + 1
  }
  return counts
}

/** Nothing is lost: each digit stands in a row, in a name, or in what the screen names as left out. */
function expectNothingLost(input: readonly string[], shown: readonly string[]): void {
  const [were, are] = [digitsOf(input), digitsOf(shown)]
  were.forEach((count, digit) =>
    expect(are[digit], `digits ${digit} of ${JSON.stringify(input)}`).toBeGreaterThanOrEqual(count),
  )
}

/** Nothing is added, and nothing left away but what a rule names: what is sent to is what was written. */
function expectNothingGuessed(checked: Checked, country: string): void {
  checked.verdict.forEach((verdict, row) => {
    if (verdict !== 'ok') return
    const written = clean(checked.raw[row] ?? '').text.replaceAll(/\D/g, '')
    const number = (checked.e164[row] ?? '').slice(1)
    const code = callingCode(country)
    const bare = written.replace(/^00/, '')
    if (checked.rule[row] === 'trunk-zero') {
      const withoutZero = [1, 2, 3].map(
        (length) => bare.slice(0, length) + bare.slice(length).replace(/^0/, ''),
      )
      expect(withoutZero).toContain(number)
      return
    }
    const forms = [written, bare, code + written, code + written.replace(/^0/, '')]
    expect(forms, `${checked.raw[row]} is sent to as ${number}`).toContain(number)
  })
}

function shownOf(checked: Checked): string[] {
  return [
    ...checked.raw,
    ...checked.name,
    ...checked.variables,
    ...checked.typed.leftOut.map(({ raw }) => raw),
  ]
}

describe('a text', () => {
  it('loses no digit, and sends only to what is clearly meant', () => {
    const check = createChecker()
    fc.assert(
      fc.property(text, ({ country, lines, lineBreak }) => {
        const typed = lines.map((line) => line.text).join(lineBreak)
        const checked = check({ ...emptyWho(country), typed })
        const held = checked.questions > 0
        // Of a table, the columns that are left out are shown too: that is tried below.
        if (checked.typed.form === 'lines') expectNothingLost([typed], shownOf(checked))
        expectNothingGuessed(checked, country)
        const may = lines.flatMap((line) => line.people)
        const numbers = numbersOf(checked)
        expect(may).toEqual(expect.arrayContaining(numbers))
        // Who is not sent to waits for a look.
        if (checked.look === 0 && !held) expect(new Set(numbers)).toEqual(new Set(may))
      }),
      { numRuns: RUNS },
    )
  }, 240_000)

  it('of any characters loses no digit', () => {
    const check = createChecker()
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.stringMatching(/^[0-9]{1,6}$/),
      fc.constantFrom(
        '+',
        '(',
        ')',
        '-',
        '/',
        '.',
        ',',
        ';',
        '\t',
        '\n',
        ' ',
        '"',
        '|',
        'x',
        'STOP',
        '+1206555',
        '0151',
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.constantFrom('US', 'DE', 'FR'), (parts, country) => {
        const typed = parts.join('')
        const checked = check({ ...emptyWho(country), typed })
        // A table's columns that are left out are named by their headings; here only lines are looked at.
        if (checked.typed.form === 'lines') expectNothingLost([typed], shownOf(checked))
        expectNothingGuessed(checked, country)
      }),
      { numRuns: RUNS },
    )
  }, 240_000)
})

const HEADINGS = {
  phone: ['Handy', 'Mobile', 'Cell', 'Phone', 'Telefon', 'Phone number', 'WhatsApp', '手机', 'جوال', 'Móvil'],
  number: [
    'Kundennummer',
    'Order number',
    'Account',
    'Invoice no.',
    'Customer ID',
    'Fax',
    'Pedido',
    'Bestellnummer',
    'PLZ',
  ],
  other: ['Name', 'City', 'Note', 'E-mail'],
}

const table = fc.constantFrom(...COUNTRIES).chain((country) =>
  fc.record({
    country: fc.constant(country.country),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    phone: fc.constantFrom(...HEADINGS.phone),
    other: fc.constantFrom(...HEADINGS.number),
    order: fc.shuffledSubarray(['phone', 'number', 'name'], { minLength: 3, maxLength: 3 }),
    rows: fc.array(
      fc.record({
        phone: phoneOf(country),
        // As long as a phone number of the country, so that each may be one by accident.
        number: fourDigits.map((n) => country.significant(n)),
        name: fc.constantFrom('Ana Ruiz', 'Bob', 'مريم', 'Jürgen Groß'),
        isShort: fc.boolean(),
      }),
      { minLength: 2, maxLength: 8 },
    ),
  }),
)

describe('a table', () => {
  it('sends to its phone column alone, and names the columns that it leaves out', async () => {
    const check = createChecker()
    await fc.assert(
      fc.asyncProperty(table, async ({ country, delimiter, phone, other, order, rows }) => {
        const heading: Record<string, string> = { phone, number: other, name: 'Name' }
        const cellsOf = ({ phone: { text: number }, number: id, name }: (typeof rows)[number]) =>
          order.map((what) => ({ phone: number, number: id, name })[what] ?? '')
        const lines = [order.map((what) => heading[what]), ...rows.map(cellsOf)].map((cells) =>
          cells.join(delimiter),
        )
        const content = lines.join('\n')
        const read = await readFile({ content, name: 'list.csv', listId: 'a' }, () => undefined)
        if ('refused' in read) throw new Error(read.refused)
        for (const who of [
          { ...emptyWho(country), lists: [read.list] },
          { ...emptyWho(country), typed: content },
        ]) {
          const checked = check(who)
          const report = checked.lists[0] ?? checked.typed
          expect(checked.questions).toBe(0)
          expect(report.columns.map(({ label }) => label)).toEqual(order.map((what) => heading[what]))
          const numbers = rows.map((row) => row.phone.e164)
          expect(numbers).toEqual(expect.arrayContaining(numbersOf(checked)))
          if (checked.look === 0) expect(new Set(numbersOf(checked))).toEqual(new Set(numbers))
          expectNothingGuessed(checked, country)
          const leftOut = rows.map(({ number }) => number)
          expectNothingLost([content], [...shownOf(checked), ...lines.slice(0, 1), ...leftOut])
        }
      }),
      { numRuns: RUNS / 4 },
    )
  }, 240_000)
})
