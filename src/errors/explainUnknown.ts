import { linkOfCode, type Explanation } from './explanation'

/** Which hundreds stand for what, for codes that the dictionary does not have. General on purpose. */
const RANGES: ReadonlyArray<readonly [from: number, to: number, about: string]> = [
  [10000, 19999, 'Codes in this range are about the account.'],
  [20000, 20999, 'Codes in this range are about the request to the API.'],
  [
    21000,
    21999,
    'Codes in this range are about what a message was sent with: its recipient, sender or content.',
  ],
  [30000, 30999, 'Codes in this range are about delivery to the phone.'],
  [35000, 35999, 'Codes in this range are about sending at a time.'],
  [63000, 63999, 'Codes in this range are about WhatsApp, RCS and other channels.'],
  [90000, 93999, 'Codes in this range are about content and the reports that Twilio sends.'],
]

/** The fallback for a code that is not in the dictionary. Needs none of it, so it works before it is loaded, too. */
export function explainUnknown(code: number): Explanation {
  const about = RANGES.find(([from, to]) => code >= from && code <= to)?.[2]
  return {
    code,
    known: false,
    family: null,
    title: `Code ${code}`,
    meaning: ['Switchboard has no explanation of its own for this code.', about].filter(Boolean).join(' '),
    action: 'Read the message beside the code and Twilio’s page about it before you send again.',
    retry: 'ask',
    turn: 'us',
    link: linkOfCode(code),
    customer: 'Our message could not be delivered to you. We are looking into it and will come back to you.',
  }
}
