import type { Dialect } from '../dialect'
import type { Json } from '../resources'
import { camelCase, isObject, snakeCase } from './spelling'

/**
 * The name a field has in this JSON, for error contexts such as `$.content.contentId` (section 5.1): the spelling the
 * sender used, or the dialect's where the field is missing.
 */
export function nameIn(json: Json | undefined, name: string, dialect: Dialect): string {
  const early = snakeCase(name)
  if (isObject(json)) {
    if (Object.hasOwn(json, name)) return name
    if (Object.hasOwn(json, early)) return early
  }
  return dialect === 'early' ? early : name
}

/** The domain's name of a query parameter, whichever spelling it came in. */
export function parameterOf(name: string): string {
  return camelCase(name)
}
