/**
 * The two spellings of v1 (section 3). `early` is the documented v1 of September 2025: snake_case fields, lower-case
 * enums, the operation id in a header. `current` is today's: camelCase, upper case, the id in the body.
 */
export const DIALECTS = ['early', 'current'] as const
export type Dialect = (typeof DIALECTS)[number]

/**
 * How a resource is written: as a dialect has it, or as the preview was seen to mix the two, with the names of the
 * current one and the enum values of the early one (section 3). It is read like either; nobody asks in it.
 */
export type Spelling = Dialect | 'preview'
