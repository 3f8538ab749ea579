/**
 * The two spellings of v1 (section 3). `early` is the documented v1 of September 2025: snake_case fields, lower-case
 * enums, the operation id in a header. `current` is today's: camelCase, upper case, the id in the body.
 */
export const DIALECTS = ['early', 'current'] as const
export type Dialect = (typeof DIALECTS)[number]
