import type { Problem, Tags } from './resources'
import { TAG_LIMITS, tagProblem, type TagProblem } from './tags'

/** Why a pair is refused, for a machine's reader; the screens have their own words. */
export const TAG_REASONS: Readonly<Record<TagProblem, string>> = {
  'empty-key': 'A tag needs a key.',
  'empty-value': 'A tag needs a value.',
  'long-key': 'The key of a tag is longer than 128 characters.',
  'long-value': 'The value of a tag is longer than 256 characters.',
  'key-charset': 'The key of a tag may have letters, digits and ._~- only.',
  'value-charset': 'The value of a tag may have letters, digits and ._~- only.',
}

/** Everything the API would refuse about the tags of a request (section 2.1), with the places it would name. */
export function findTagProblems(tags: Tags): Problem[] {
  const pairs = Object.entries(tags)
  const problems: Problem[] = []
  const add = (context: string, message: string) =>
    void problems.push({ code: null, message, infoUrl: null, context })
  if (pairs.length > TAG_LIMITS.pairs)
    add('$.tags', `There are ${pairs.length} tags; at most 10 are allowed.`)
  for (const [key, value] of pairs) {
    const reason = tagProblem(key, value)
    if (reason) add(`$.tags[${JSON.stringify(key)}]`, TAG_REASONS[reason])
  }
  return problems
}
