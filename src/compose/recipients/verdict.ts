import { countryName } from './countries'

/** What became of one number. `ok` is sent to, `duplicate` was merged with an earlier one, all others need a look. */
export type Verdict =
  | 'ok'
  | 'duplicate'
  | 'empty'
  | 'no-digits'
  | 'scientific'
  | 'not-a-number'
  | 'too-short'
  | 'too-long'
  | 'unknown-country'
  | 'not-in-use'
  | 'missing-plus'
  | 'extension'

/** Whether a number keeps the message from being sent until it is fixed or removed. */
export function needsLook(verdict: Verdict): boolean {
  return verdict !== 'ok' && verdict !== 'duplicate'
}

/**
 * What is wrong, to follow "line 12: ".
 * @param region ISO code of a country or a calling code such as `+49`, '' when neither is known
 */
export function explainVerdict(verdict: Verdict, region: string, e164: string): string {
  switch (verdict) {
    case 'ok':
      return ''
    case 'duplicate':
      return `the same number as before, sent to once`
    case 'empty':
      return 'the cell is empty'
    case 'no-digits':
      return 'there is no phone number here'
    case 'scientific':
      return 'shortened by Excel, its last digits are lost. Format the column as text and save it again'
    case 'not-a-number':
      return 'not a phone number'
    case 'too-short':
      return `too short for a number ${inRegion(region)}`
    case 'too-long':
      return `too long for a number ${inRegion(region)}`
    case 'unknown-country':
      return 'no country has this code after the +'
    case 'not-in-use':
      return `not a number that is in use ${inRegion(region)}`
    case 'missing-plus':
      return `the + may be missing: ${e164} would be a number ${inRegion(region)}`
    default:
      return 'has an extension, which a message cannot reach'
  }
}

function inRegion(region: string): string {
  if (region === '') return 'anywhere'
  return region.startsWith('+') ? `that starts with ${region}` : `in ${countryName(region)}`
}
