/**
 * Lists as people type, paste and drop them, each with the numbers that may be sent to. Each was read wrong by some
 * program once. Tests read every one of them as typed text, as a paste and as a file.
 */
export interface Case {
  name: string
  /** Where numbers without + are from. */
  country: string
  input: string
  /** Exactly those that may be sent to. */
  people: string[]
  /** Whether all or some of them may be held for somebody to look at. */
  mayLook: boolean
}

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index))
const two = (index: number) => String(index).padStart(2, '0')

const sent = (name: string, country: string, input: string, people: string[]): Case => ({
  name,
  country,
  input,
  people,
  mayLook: false,
})
const held = (name: string, country: string, input: string, people: string[]): Case => ({
  ...sent(name, country, input, people),
  mayLook: true,
})

export const CASES: readonly Case[] = [
  sent('a minus sign in place of a hyphen', 'DE', '+49 30 123456\u221278', ['+493012345678']),
  sent('a soft hyphen', 'DE', '+49 30 123456\u00ad78', ['+493012345678']),
  sent('word joiners', 'DE', '0151\u2060234567\u206081', ['+4915123456781']),
  sent('a variation selector', 'US', '+1\ufe0d-206-555-0137', ['+12065550137']),
  sent('a minus sign in a plan of many lengths', 'AT', '+43 1 5137\u2212322', ['+4315137322']),
  sent('line separators', 'US', '206-555-0100\u2028206-555-0101\u2028206-555-0102', [
    '+12065550100',
    '+12065550101',
    '+12065550102',
  ]),
  sent('an ideographic comma', 'US', '+12065550100\u3001+12065550101', ['+12065550100', '+12065550101']),
  sent('a fullwidth comma', 'US', '+12065550102\uff0c+12065550103', ['+12065550102', '+12065550103']),
  sent('an Arabic comma', 'SA', '+966501234567\u060c+966501234568', ['+966501234567', '+966501234568']),
  held('two numbers with a word between', 'US', '206 555 0100 or 206 555 0101', [
    '+12065550100',
    '+12065550101',
  ]),
  held('two numbers with an ampersand between', 'US', '206-555-0102 & 206-555-0103', [
    '+12065550102',
    '+12065550103',
  ]),
  held('two numbers with a bar between', 'US', '206-555-0104|206-555-0105', ['+12065550104', '+12065550105']),
  held('two numbers with their labels', 'US', 'Home: 206-555-0106 Mobile: 206-555-0107', [
    '+12065550106',
    '+12065550107',
  ]),
  sent(
    'columns with a customer number',
    'DE',
    'Name\tKundennummer\tHandy\nAna\t20458812\t+49 151 23450001\nBob\t20458813\t+49 151 23450002\n',
    ['+4915123450001', '+4915123450002'],
  ),
  // 204 is an area code of Canada, so both columns read as phone numbers.
  held(
    'rows with an order number and no headings',
    'US',
    'Ana,2045881201,2065550100\nBob,2045881202,2065550101',
    ['+12065550100', '+12065550101'],
  ),
  // RFC 4180 writers leave out empty cells at the end of a row.
  sent(
    'rows without their last cells',
    'DE',
    [
      'name,account,phone,note',
      ...rows(16, (index) => `P${index},204588${two(index)},+491512345${1000 + index},`),
      ...rows(8, (index) => `Q${index},204589${two(index)},+491512346${1000 + index}`),
    ].join('\n'),
    [...rows(16, (index) => `+491512345${1000 + index}`), ...rows(8, (index) => `+491512346${1000 + index}`)],
  ),
  sent(
    'an order number left of the cell number',
    'US',
    [
      'Order number,Customer,Cell',
      ...rows(6, (index) => `204588120${index},P${index},206555010${index}`),
    ].join('\n'),
    rows(6, (index) => `+1206555010${index}`),
  ),
  sent(
    'a customer number left of the mobile number',
    'DE',
    ['Kundennummer;Name;Handy', ...rows(6, (index) => `2045881${index};P${index};151 2345678${index}`)].join(
      '\n',
    ),
    rows(6, (index) => `+491512345678${index}`),
  ),
  held('numbers that were saved as decimals', 'DE', 'phone\n493012345678.0\n493012345679.0\n', [
    '+493012345678',
    '+493012345679',
  ]),
  // RFC 6350: only TEL is a phone number.
  held(
    'a contact with a birthday',
    'DE',
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Ana Ruiz',
      'BDAY:19850412',
      'REV:20181120T213632Z',
      'TEL;TYPE=CELL:+12065550100',
      'TEL;type=CELL;waid=12065550101:+1 206-555-0101',
      'item1.TEL:+1 (206) 555-0102',
      'END:VCARD',
      '',
    ].join('\r\n'),
    ['+12065550100', '+12065550101', '+12065550102'],
  ),
  held(
    'a date, a postcode, an order',
    'DE',
    'Ana Ruiz, 1985-04-12\nBob Lee, 10115 Berlin\nCem Kaya, order 20458812',
    [],
  ),
  sent('lines that are counted', 'DE', '1. 030 123456\n2. 030 123457', ['+4930123456', '+4930123457']),
  held(
    'an e-mail address, a link, an IP address, a sum',
    'DE',
    'ana1234567@example.com\nhttps://example.com/r/12345678\n192.168.10.20\n12.345,67 EUR',
    [],
  ),
  // RFC 3966: a text reaches no extension.
  held(
    'extensions',
    'US',
    '+1 206 555 0137 extension 12\n+1 206 555 0138 ext. 12\ntel:+1-206-555-0139;ext=12',
    [],
  ),
  held(
    'a zero that is dialled only inside the country',
    'US',
    'phone\n+44 (0)7912 345678\n(+44) 07912 345679\n+48 (0) 22 512 34 56\n+39 (0)347 1234567\n',
    ['+447912345678', '+447912345679', '+48225123456', '+393471234567'],
  ),
  held('an old form of a Mexican mobile number', 'MX', '+5215512345678', ['+5215512345678']),
  held('two numbers in one cell', 'US', 'Name,Phone 1 - Value\nAna,+1 206-555-0100 ::: +1 206-555-0101\n', [
    '+12065550100',
    '+12065550101',
  ]),
  sent(
    'a broken letter in a name',
    'US',
    'phone,name\r\n+1\u00a0206\u00a0555\u00a00100,Ana\r\n+12065550101,Caf\ufffd',
    ['+12065550100', '+12065550101'],
  ),
  held('remarks that say no', 'US', '206-555-0100 STOP\n206-555-0101 do not text\n206-555-0102', [
    '+12065550102',
  ]),
]
