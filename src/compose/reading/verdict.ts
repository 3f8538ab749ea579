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
// oxlint-disable-next-line typescript/consistent-return -- each verdict is named: the compiler tells which is not
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
      return 'changed by a spreadsheet, so digits may be lost. Type the full number, or set the column to Text and save the file again'
    case 'not-a-number':
      return 'not a phone number'
    case 'too-short':
      return `too short for a number ${inRegion(about)}`
    case 'too-long':
      return `too long for a number ${inRegion(about)}`
    case 'unknown-country':
      return 'no country has this code after the +'
    case 'not-in-use':
      return `no number like this is in use ${inRegion(about)}`
    case 'missing-plus':
      return `the + may be missing: ${e164} would be a number ${inRegion(about)}`
    case 'lost-zero':
      return `the 0 in front may be missing, or this is no phone number`
    case 'extension':
      return 'has an extension, and messages cannot reach extensions'
    case 'several':
      return 'there is more than one number here'
    case 'unclear':
      return 'can be read as more than one number'
    case 'something-else':
      return `looks like ${about}, not like a phone number`
    case 'refusal':
      return `“${about}”: this person may not want messages`
    case 'long-row':
      return 'this row has more cells than the heading, or stands under other headings, so its columns may have moved'
  }
}

/** How a number was read, to stand beside it. */
export function explainRule(rule: Rule): string {
  return RULES[rule]
}

const RULES: Readonly<Record<Rule, string>> = {
  ordinal: 'without the number of the line in front',
  decimals: 'without the decimals',
  'trunk-zero': 'without the 0 that is dialled only inside the country',
  'calling-code': 'country code written without +',
  'lost-zero': 'leading 0 was missing',
  fallback: 'from another column',
  kept: 'kept by hand',
}

function inRegion(region: string): string {
  if (region === '') return 'anywhere'
  return region.startsWith('+') ? `with the country code ${region}` : `in ${countryName(region)}`
}
