import { describe, expect, it } from 'vitest'
import { createChecker } from './check'
import { numbersOf } from './checked'
import { emptyWho } from './list'

const check = createChecker()
const read = (country: string, typed: string) => check({ ...emptyWho(country), typed })

/** Inputs that look like one number and may be another: nobody is written to before somebody looked. */
describe.each([
  [
    'a number from abroad without its plus',
    'DE',
    ['Telefon\n41791234567', 'Telefon\n33612345678', 'Telefon\n447912345678'],
  ],
  ['a number of the town', 'DE', ['Tel. 7654321', 'Telefon\n765 43 21']],
  [
    'a group behind the number',
    'DE',
    [
      'Ana 0171 2345678 3 Personen',
      'Ana 0171 2345678 9 Uhr',
      'Müller 030 1234567 2. OG',
      '030 123456 – 10115 Berlin',
    ],
  ],
  ['a group behind the number', 'AT', ['Ana 0664 1234567 10 Uhr']],
  ['a group behind the number', 'BR', ['Ana (11) 9876-5432 1 pessoa']],
  ['a group in front of the number', 'DE', ['Tel2 0171 2345678', 'Handy 2 0171 2345678', '03 030 123456']],
  ['a calling code in brackets', 'ES', ['(33) 612345678', '33 - 612 345 678']],
  ['a zero or a code too many', 'DE', ['04915123456781', '049 151 23456781', '+49 49 151 23456781']],
  [
    'other endings',
    'DE',
    ['030 12345-67/-68', '030 1234567/68/69', '030 1234567 oder 68', 'Ana 030 123456 bis 69'],
  ],
  ['other endings', 'US', ['Ana 206-555-0100 or 0101']],
  ['a sign within the number', 'DE', ['Ana 030 123456*78', 'Ana 030 123456~78', 'Ana 030 123456|78']],
  ['letters right at the number', 'DE', ['Privat0171 2345678', 'Handy Ana0151 23456781']],
  [
    'an extension',
    'US',
    [
      '206-555-0100 - ext 12',
      '206-555-0100 / ext 12',
      '206-555-0100 [ext 12]',
      '206-555-0100 (Ana) x12',
      '206-555-0100 Ana ext 12',
      'Ana ext 12: 206-555-0100',
      '+12065550100,,12#',
      'Ana +12065550100*12',
      '206-555-0100 ext no 12',
      '206-555-0100 option 2',
    ],
  ],
  [
    'an extension',
    'DE',
    ['030 123456 Klappe 12', '030 123456 Apparat 12', '030 123456 Durchwahl -12', '030 123456 /DW12'],
  ],
  ['an extension', 'CN', ['010 6552 9988 转 12', '010 6552 9988 分机号 12']],
  [
    'a fax',
    'DE',
    [
      'F: 030 123457',
      '030 123457 - Fax',
      '030 123457, Fax',
      '030 123457 (Büro-Fax)',
      'Télécopie: 030 123457',
    ],
  ],
  [
    'another kind of number',
    'US',
    [
      'PO# 2065550100',
      'Inv# 2065550100',
      'Booking 2065550100',
      'Customer number: 2065550100',
      '2065550100 - order',
    ],
  ],
  [
    'another kind of number',
    'DE',
    ['Versicherungsnummer 015123456781', 'Buchungsnr.: 015123456781', 'Kd-Nr. 0151 23456781'],
  ],
  ['another kind of number', 'BR', ['CPF: 119.876.543-21']],
  [
    'a remark',
    'US',
    [
      '206-555-0100 opt_out',
      '206-555-0100 no more texts',
      '206-555-0100 do-not-text',
      '206-555-0100 STOPALL',
      '206-555-0100 not interested',
      '206-555-0100 ❌',
    ],
  ],
  [
    'a remark',
    'DE',
    [
      '0151 23456781 nicht erwünscht',
      '0151 23456781 keine Anrufe',
      '0151 23456781 bitte löschen',
      '0151 23456781 gestorben',
    ],
  ],
  ['a remark', 'FR', ['06 12 34 56 78 ne veut plus de SMS', '06 12 34 56 78 faux numéro']],
  ['a remark', 'ES', ['612 345 678 no quiere mensajes']],
  ['a remark', 'PL', ['512 345 678 nie chce']],
  ['a remark', 'RU', ['8 912 345-67-89 не беспокоить', '8 912 345-67-89 отказ']],
  ['a heading of another kind', 'US', ['Fax\n206-555-0101\n206-555-0102', 'Order ID\n2065550101']],
  ['a remark on the line below', 'US', ['206-555-0100\nSTOP']],
  [
    'opening hours',
    'DE',
    [
      'Ana 030 123456 9-17 Uhr',
      '030 123456 2-3 Personen',
      '030 123456 9-17',
      'Ana 030 123456 8 - 12 werktags',
    ],
  ],
  [
    'a line above that refuses',
    'US',
    ['Do not text:\n206-555-0100\n206-555-0101', 'STOP list\n206-555-0100'],
  ],
])('%s, %s', (_, country, inputs) => {
  it.each(inputs)('%j waits for a look', (input) => {
    const checked = read(country, input)
    expect(numbersOf(checked)).toEqual([])
    expect(checked.look + checked.questions).toBeGreaterThan(0)
  })
})

/** Common forms that everybody reads in one way: nobody should have to look. */
describe.each([
  ['DE', '01. 0151 23456781\n02. 0151 23456782', ['+4915123456781', '+4915123456782']],
  ['US', '01) 206-555-0100', ['+12065550100']],
  [
    'US',
    'Amy Tan 206-555-0100\nAna Price 206-555-0101\nFairfax Lee 206-555-0102',
    ['+12065550100', '+12065550101', '+12065550102'],
  ],
  ['US', 'Raj Patel 206-555-0100\nCallum 206-555-0101', ['+12065550100', '+12065550101']],
  ['US', 'Customer: 206-555-0100', ['+12065550100']],
  ['DE', 'Anna Müller\n0151 23456781\n\nBob Lee\n0151 23456782', ['+4915123456781', '+4915123456782']],
  ['US', 'Ana 206-555-0100 zip 98101', ['+12065550100']],
  ['US', 'Ana 206-555-0100 total $45.00', ['+12065550100']],
  ['US', 'Tel 206-555-0100 Fax 206-555-0101', ['+12065550100']],
  ['DE', 'Kontakt 0151 23456781', ['+4915123456781']],
  ['AT', '0664 123 45 67 Franz Gruber\n(01) 513 73 22 Anna', ['+436641234567', '+4315137322']],
  ['DE', '089 12 34 56 78 Anna\nF. Müller 0151 23456781', ['+498912345678', '+4915123456781']],
  ['BR', '(11) 3234-5678\n11 98765-4321', ['+551132345678', '+5511987654321']],
  ['US', '206 555 0101 fax, 206 555 0100 cell', ['+12065550100']],
  ['US', 'Nao Tanaka 206-555-0100\nJo Lee 206-555-0101 not paid', ['+12065550100', '+12065550101']],
  ['DE', 'Ana 0171/2345678 5€', ['+491712345678']],
  ['DE', '030 123456 · 10115 Berlin', ['+4930123456']],
  ['AT', '01 5137322 · 1010 Wien', ['+4315137322']],
  ['DE', 'Ana 0151 23456781 50 EUR', ['+4915123456781']],
  ['DE', '030 12345678<tel:+493012345678>', ['+493012345678']],
  [
    'DE',
    '030/1234567\n030 12 34 56\n0151-2345-6781\n+49.151.23456782',
    ['+49301234567', '+4930123456', '+4915123456781', '+4915123456782'],
  ],
  ['CN', '张三13812345678\n手机13912345678', ['+8613812345678', '+8613912345678']],
  ['KR', '010-1234-5678번', ['+821012345678']],
  ['SA', 'جوال0501234567', ['+966501234567']],
  ['IN', 'Rajesh-9876543210', ['+919876543210']],
  ['US', 'Number\n206-555-0100\n206-555-0101', ['+12065550100', '+12065550101']],
  ['US', '1,Ana,2065550100\n2,Bob,2065550101', ['+12065550100', '+12065550101']],
  [
    'DE',
    'Müller;Ana;10115;Berlin;0151 23456781\nSchmidt;Bob;10117;Berlin;0151 23456782',
    ['+4915123456781', '+4915123456782'],
  ],
  [
    'FR',
    '06 12 34 56 78\n06.12.34.56.79\n+33 (0)6 12 34 56 80',
    ['+33612345678', '+33612345679', '+33612345680'],
  ],
  ['GB', '07912 345678\n020 7946 0958', ['+447912345678', '+442079460958']],
  ['IT', '347 123 4567\n06 1234 5678', ['+393471234567', '+390612345678']],
  ['DK', '20 12 34 56\nMobil: 20123457', ['+4520123456', '+4520123457']],
] as const)('%s', (country, input, people) => {
  it(`${JSON.stringify(input)} is clear`, () => {
    const checked = read(country, input)
    expect(numbersOf(checked)).toEqual(people)
    expect(checked).toMatchObject({ look: 0, questions: 0 })
  })
})

it('a name on the line above goes with its number, a title does not', () => {
  expect(read('DE', 'Anna Müller\n0151 23456781\nBob\n0151 23456782').name).toEqual(['Anna Müller', 'Bob'])
  expect(read('DE', 'Team Nord\n0151 23456781\n0151 23456782').verdict).toEqual(['no-number', 'ok', 'ok'])
})

describe('a table', () => {
  it.each([
    ['DE', 'Titel;Name;Nummer\n20458812;Ana;0151 23456781', []],
    ['US', 'Work Order,Customer,Number\n2045881201,Ana,2065550100', ['+12065550100']],
    ['DE', 'Handyvertrag;Rufnummer\n015123456700;0151 23456781', ['+4915123456781']],
    ['US', 'Patient,Phone,Doctor Mobile\nAna,206-555-0100,206-555-0199', ['+12065550100']],
    ['US', 'Name,Mob,Landline\nAna,206-555-0100,206-555-0199', ['+12065550100']],
    ['FR', 'Nom;Tél fixe;Port\nAna;01 23 45 67 89;06 12 34 56 78', ['+33612345678']],
    ['PL', 'Tel stacjonarny;Kom\n22 512 34 56;512 345 678', ['+48512345678']],
    ['US', 'Name,Phone,SMS Opt In\nAna,206-555-0100,1\nBob,206-555-0101,0', ['+12065550100']],
    ['US', 'Name,Phone (e.g. 206-555-0199)\nAna,206-555-0100', ['+12065550100']],
    [
      'US',
      'Account 12345678\nName,Phone,Opted out\nAna,206-555-0100,yes\nBob,206-555-0101,',
      ['+12065550101'],
    ],
    ['US', 'Name,Phone,Accepts SMS Marketing\nAna,206-555-0100,no\nBob,206-555-0101,yes', ['+12065550101']],
    ['US', 'Name,Phone,Unsubscribed at\nAna,206-555-0100,2026-01-02\nBob,206-555-0101,', ['+12065550101']],
    ['DE', 'Name;Handy;Werbesperre\nAna;0151 23456781;x\nBob;0151 23456782;', ['+4915123456782']],
    ['US', 'Name,Phone\nAna (DO NOT TEXT),206-555-0100\nBob,206-555-0101', ['+12065550101']],
    [
      'DE',
      'Name;Land;Handy\nAna;AT;0664 1234567\nBob;Deutschland;0151 23456781\nCem;Schweiz;079 123 45 67',
      ['+436641234567', '+4915123456781', '+41791234567'],
    ],
    [
      'IN',
      'Name,Country Code,Mobile\nJohn,+1,2065550100\nRaj,+91,9876543210',
      ['+12065550100', '+919876543210'],
    ],
    ['DE', 'Vorwahl;Rufnummer;Name\n0171;2345678;Bob', []],
    ['DE', 'Name;Telefon;Typ\nAna;030 123456;Fax\nBob;030 123457;Büro', ['+4930123457']],
    [
      'US',
      'Name,Fax,Phone\nAna,206-555-0198,206-555-0100\n\nName,Phone,Fax\nBob,206-555-0101,206-555-0199',
      ['+12065550100'],
    ],
    ['US', 'Name,Phone\nAna 2065550199,206-555-0100', []],
    ['US', 'Name,Blocked Number\nAna,206-555-0100', []],
    ['DE', 'Name;Land;Handy\nAna;BE;0471 234567\nBob;BY;089 1234567', ['+49471234567', '+49891234567']],
    ['US', 'Name,Country,Phone\nAna,BE,0471 23 45 67', ['+32471234567']],
    ['DE', 'Name;Land;Handy\nAna;BE;0471 234567\nBob;AT;0664 1234567', ['+436641234567']],
    ['US', 'Name,Do not call\nAna,206-555-0100', []],
    ['US', 'Order,Customer,Phone\n#1001,John,206-555-0100', ['+12065550100']],
    ['US', 'Accepts Email Marketing,Phone\nno,206-555-0100', ['+12065550100']],
    ['US', 'Student,Parent Phone\nAna,206-555-0100', ['+12065550100']],
    ['US', 'Name,Area Code,Phone\nAna,206,206-555-0100', ['+12065550100']],
    [
      'US',
      'Name,Country,Phone\nAna,U.S.A.,206-555-0100\nBob,The Netherlands,0612345678',
      ['+12065550100', '+31612345678'],
    ],
    ['US', 'Name,Phone,\nAna,206-555-0100,206-555-0199\nBob,206-555-0101,206-555-0198', []],
  ])('%s: %j', (country, input, people) => {
    expect(numbersOf(read(country, input))).toEqual(people)
  })

  it('in columns that line up is not cut within a number', () => {
    const row = (name: string, phone: string, city: string) => name.padEnd(20) + phone.padEnd(15) + city
    const rows = Array.from({ length: 205 }, (_, index) =>
      row(`P${index}`, `0151 2345${1000 + index}`, 'Berlin'),
    )
    const checked = read(
      'DE',
      [row('Name', 'Telefon', 'Ort'), ...rows, 'Maximilian von Hohenstein 030 1234567 Berlin'].join('\n'),
    )
    expect(checked).toMatchObject({ people: 205, look: 1 })
  })
})

describe('a long line', () => {
  it.each([
    ['blanks', `0171 2345678${' '.repeat(4000)}x`],
    ...['1', 'a', 'a1', '.', '-', 'a-', '1.', 'a.', '(', '+', '12 ', '"', ',', '漢', '1 ', '030 ', ' '].map(
      (part) => [part, part.repeat(100_000 / part.length)] as const,
    ),
    ['many numbers', Array.from({ length: 3000 }, (_, index) => `+1206555${1000 + index}`).join(', ')],
    ['numbers with blanks', Array.from({ length: 300 }, (_, index) => `030123${1000 + index}`).join(' ')],
  ] as const)(
    'of %j is read to its end',
    (_, text) => {
      // What grows with the square or the cube of the length takes minutes, and ends by the limit of the test.
      const checked = read('DE', text)
      const isDone = checked.people + checked.look + checked.questions > 0
      expect(isDone).toBe(text.trim() !== '')
    },
    60_000,
  )
})
