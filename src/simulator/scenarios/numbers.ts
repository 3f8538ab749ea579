/**
 * Phone numbers for generated recipients, all from ranges that regulators keep free for fiction or documentation, so
 * that a list copied out of the simulator reaches nobody.
 */

export type Country = 'US' | 'GB' | 'FR' | 'DE' | 'SE' | 'AU' | 'IE'

interface NumberRange {
  prefix: string
  /** Digits after the prefix. */
  digits: number
}

const US_AREAS = [
  201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229,
  231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302, 303, 304,
  305, 307, 308, 309, 310, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 323, 325, 330, 334, 336, 337,
  339, 347, 351, 352, 360, 361, 386, 401, 402, 404, 405, 406, 407, 408, 409, 410, 412, 413, 414, 415, 417,
  419, 423, 424, 425, 430, 432, 434, 435, 440, 443, 469, 470, 478, 479, 480, 484, 501, 502, 503, 504, 505,
  507, 508, 509, 510, 512, 513, 515, 516, 517, 518, 520, 530, 540, 541, 551, 559, 561, 562, 563, 567, 570,
  571, 573, 574, 580, 585, 586, 601, 602, 603, 605, 606, 607, 608, 609, 610, 612, 614, 615, 616, 617, 618,
  619, 620, 623, 626, 630, 631, 636,
]

/** Australia frees single numbers, not ranges. */
const AU_NUMBERS = ['006', '156', '157', '158', '159', '110', '313', '737', '266', '491', '804'].map(
  (end) => `+61491570${end}`,
)

/** Fiction ranges of each country: FCC 555-01xx, Ofcom, ARCEP, Bundesnetzagentur, PTS, ACMA, ComReg. */
const RANGES: Record<Country, readonly NumberRange[]> = {
  US: US_AREAS.map((area) => ({ prefix: `+1${area}55501`, digits: 2 })),
  GB: [{ prefix: '+447700900', digits: 3 }],
  FR: [{ prefix: '+3363998', digits: 4 }],
  DE: [
    { prefix: '+4917139200', digits: 2 },
    { prefix: '+49176040690', digits: 2 },
  ],
  SE: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tens) => ({ prefix: `+467017406${tens}`, digits: 1 })),
  AU: AU_NUMBERS.map((prefix) => ({ prefix, digits: 0 })),
  IE: [{ prefix: '+35320910', digits: 4 }],
}

const capacity = (country: Country): number =>
  RANGES[country].reduce((sum, { digits }) => sum + 10 ** digits, 0)

/** How many different numbers {@link numberOf} has for a country. */
export const CAPACITY: Readonly<Record<Country, number>> = {
  US: capacity('US'),
  GB: capacity('GB'),
  FR: capacity('FR'),
  DE: capacity('DE'),
  SE: capacity('SE'),
  AU: capacity('AU'),
  IE: capacity('IE'),
}

/** The `place`-th number of a country in E.164, counted round its ranges. */
export function numberOf(country: Country, place: number): string {
  let rest = place % CAPACITY[country]
  for (const { prefix, digits } of RANGES[country]) {
    const size = 10 ** digits
    if (rest < size) return digits === 0 ? prefix : prefix + String(rest).padStart(digits, '0')
    rest -= size
  }
  return '+12065551337'
}
