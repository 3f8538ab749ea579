import { countryName } from './countries'

/** What became of one number. `ok` is sent to, `duplicate` was merged with an earlier one, all others need a look. */
export type Verdict =
  | 'ok'
  | 'duplicate'
  | 'empty'
  | 'no-number'
  | 'scientific'
  | 'not-a-number'
  | 'too-short'
  | 'too-long'
  | 'unknown-country'
  | 'not-in-use'
  | 'missing-plus'
  | 'lost-zero'
  | 'extension'
  | 'several'
  | 'unclear'
  | 'something-else'
  | 'refusal'
  | 'long-row'

/** What a number was read without, where a rule decides that: shown beside the number. */
export type Rule = 'ordinal' | 'decimals' | 'trunk-zero' | 'calling-code' | 'lost-zero' | 'fallback' | 'kept'

/** Whether a number keeps the message from being sent until it is fixed or removed. */
export function needsLook(verdict: Verdict): boolean {
  return verdict !== 'ok' && verdict !== 'duplicate'
}

/**
 * What is wrong, to follow "line 12: ".
 * @param about ISO code of a country, a calling code such as `+49`, '' when neither is known; with `something-else`
 *   what it looks like ("a date"), with `refusal` the words that were found
 */
export function explainVerdict(verdict: Verdict, about: string, e164: string): string {
  switch (verdict) {
    case 'ok':
      return ''
    case 'duplicate':
      return 'the same number as before, sent to once'
    case 'empty':
      return 'there is no number in this row'
    case 'no-number':
      return about === '' ? 'there is no phone number here' : `no phone number here, only ${about}`
    case 'scientific':
      return 'shortened by a spreadsheet, so digits may be lost. Format the column as text and save it again'
    case 'not-a-number':
      return 'not a phone number'
    case 'too-short':
      return `too short for a number ${inRegion(about)}`
    case 'too-long':
      return `too long for a number ${inRegion(about)}`
    case 'unknown-country':
      return 'no country has this code after the +'
    case 'not-in-use':
      return `not a number that is in use ${inRegion(about)}`
    case 'missing-plus':
      return `the + may be missing: ${e164} would be a number ${inRegion(about)}`
    case 'lost-zero':
      return `the 0 in front may be missing, or this is no phone number`
    case 'extension':
      return 'has an extension, which a message cannot reach'
    case 'several':
      return 'more than one number stands here'
    case 'unclear':
      return 'can be read as more than one number'
    case 'something-else':
      return `looks like ${about}, not like a phone number`
    case 'refusal':
      return `“${about}” reads as if this person does not want messages`
    default:
      return 'this row has more cells than the heading, so its columns may have moved'
  }
}

/** How a number was read, to stand beside it. */
export function explainRule(rule: Rule): string {
  switch (rule) {
    case 'ordinal':
      return 'without the list number in front'
    case 'decimals':
      return 'without the decimals'
    case 'trunk-zero':
      return 'without the 0 that is dialled only inside the country'
    case 'calling-code':
      return 'country code written without +'
    case 'lost-zero':
      return 'leading 0 was missing'
    case 'fallback':
      return 'from another column'
    default:
      return 'kept by hand'
  }
}

function inRegion(region: string): string {
  if (region === '') return 'anywhere'
  return region.startsWith('+') ? `that starts with ${region}` : `in ${countryName(region)}`
}
