import type { Fate } from './weather'

/**
 * Numbers whose outcome is known beforehand, for demonstrations and tests, in the spirit of Twilio's test numbers.
 * One row each; they hold in every scenario.
 */
export interface MagicNumber {
  address: string
  title: string
  /** The whole request is refused with this code. */
  refusedWith?: { code: number; message: string }
  /** No attempt is possible; counted as unaddressable. */
  unaddressable?: true
  /** Accepted, then ends like this. */
  fate?: Pick<Fate, 'code' | 'status'>
  /** No delivery report ever arrives. */
  silent?: true
  /** The report takes this many milliseconds. */
  receiptAfter?: number
}

export const MAGIC_NUMBERS: readonly MagicNumber[] = [
  {
    address: '+15005550001',
    title: 'not a valid number: refuses the request',
    refusedWith: {
      code: 21211,
      message: "The value '+15005550001' is not a valid phone number for the field 'address'.",
    },
  },
  {
    address: '+15005550003',
    title: 'country not enabled',
    fate: { code: 21408, status: 'FAILED' },
  },
  { address: '+15005550004', title: 'opted out', fate: { code: 21610, status: 'FAILED' } },
  { address: '+15005550009', title: 'cannot receive SMS', fate: { code: 21614, status: 'FAILED' } },
  { address: '+15005550010', title: 'phone off', fate: { code: 30003, status: 'UNDELIVERED' } },
  { address: '+15005550011', title: 'number not in use', fate: { code: 30005, status: 'UNDELIVERED' } },
  { address: '+15005550012', title: 'landline', fate: { code: 30006, status: 'UNDELIVERED' } },
  { address: '+15005550013', title: 'filtered by the carrier', fate: { code: 30007, status: 'UNDELIVERED' } },
  { address: '+15005550014', title: 'outside the WhatsApp window', fate: { code: 63016, status: 'FAILED' } },
  { address: '+15005550015', title: 'unaddressable', unaddressable: true },
  { address: '+15005550016', title: 'no delivery report ever', silent: true },
  { address: '+15005550017', title: 'delivery report after ten minutes', receiptAfter: 600_000 },
  { address: '+15005550018', title: 'delivered at once', receiptAfter: 1_000 },
]

const BY_ADDRESS = new Map(MAGIC_NUMBERS.map((row) => [row.address, row]))

export function magicNumber(address: string): MagicNumber | undefined {
  return BY_ADDRESS.get(address)
}

/** The documented example of the API; in fair weather it always arrives within forty seconds (section 4.1). */
export const EXAMPLE_NUMBER = '+12065551337'
