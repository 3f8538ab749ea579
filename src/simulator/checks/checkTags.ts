import type { Json } from '#/comms/resources'
import { TAG_LIMITS, tagProblem } from '#/comms/tags'
import { TAG_REASONS } from '#/comms/tagProblems'
import { isObject } from '#/comms/wire'
import { member, type Findings } from './findings'

/** Section 2.1: at most ten pairs, their lengths and characters. */
export function checkTags(tags: Json | undefined, path: string, findings: Findings): void {
  if (tags === undefined || tags === null) return
  if (!isObject(tags)) return findings.add(path, 20422, 'Tags must be an object.')
  const pairs = Object.entries(tags)
  if (pairs.length > TAG_LIMITS.pairs)
    findings.add(path, 20422, `There are ${pairs.length} tags; at most 10 are allowed.`)
  for (const [key, value] of pairs) {
    if (typeof value !== 'string') {
      findings.add(member(path, key), 20422, 'The value of a tag must be a string.')
      continue
    }
    const reason = tagProblem(key, value)
    if (reason) findings.add(member(path, key), 20422, TAG_REASONS[reason])
  }
}
