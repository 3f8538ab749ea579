import { CHANNEL_CONTENT } from './codes/channelContent'
import { CHANNELS } from './codes/channels'
import { CONTENT } from './codes/content'
import { DELIVERY } from './codes/delivery'
import { EVENTS } from './codes/events'
import { RECIPIENTS } from './codes/recipients'
import { REQUEST } from './codes/request'
import { RULES } from './codes/rules'
import { customerWording } from './customerWording'
import { explainUnknown } from './explainUnknown'
import { linkOfCode, type Entries, type Explanation, type Family } from './explanation'
import { TOPICS } from './topics'

/**
 * What the codes mean that a support desk meets, in our own words; the numbers are Twilio's. Twilio changes causes and
 * splits codes, so nothing in this program decides by a single code: it is text for people.
 *
 * A page loads this file only when it has a code to explain (see useExplanation.ts).
 */
const SOURCES: ReadonlyArray<readonly [Family, Entries]> = [
  ['request', REQUEST],
  ['acceptance', RECIPIENTS],
  ['acceptance', CONTENT],
  ['delivery', DELIVERY],
  ['delivery', RULES],
  ['channel', CHANNELS],
  ['channel', CHANNEL_CONTENT],
  ['events', EVENTS],
]

/** Every code of the dictionary, ascending. */
export const EXPLANATIONS: readonly Explanation[] = SOURCES.flatMap(([family, entries]) =>
  Object.entries(entries).map(([key, entry]): Explanation => {
    const code = Number(key)
    return {
      ...entry,
      code,
      known: true,
      family,
      link: linkOfCode(code),
      customer: customerWording(code, family, entry),
    }
  }),
).toSorted((a, b) => a.code - b.code)

const BY_CODE = new Map(EXPLANATIONS.map((explanation) => [explanation.code, explanation]))

/** What a code means and what to do. A code that the dictionary does not have gets general words and Twilio's page. */
export function explainCode(code: number): Explanation {
  return BY_CODE.get(code) ?? explainUnknown(code)
}

/** Codes that mean the same to an agent, the code itself left out. */
export function relatedCodes(code: number): Explanation[] {
  const codes = new Set<number>(
    TOPICS.filter((topic) => topic.codes.some((other) => other === code)).flatMap((topic) => topic.codes),
  )
  codes.delete(code)
  return [...codes].map(explainCode).filter(({ known }) => known)
}
