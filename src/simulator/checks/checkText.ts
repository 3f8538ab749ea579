import { variableWithoutDefault } from '../liquid'
import type { Part } from './part'

/**
 * A text that people read: a string that is not empty, in which every variable has a default (section 2.1). Gives the
 * text, `null` where there is none.
 */
export function checkText(
  part: Part,
  name: string,
  need: 'needed' | 'optional' = 'optional',
  code = 20422,
): string | null {
  const text = part.text(name, need, code)
  const isEarly = part.checking.dialect === 'early'
  const variable = text === null || isEarly ? null : variableWithoutDefault(text)
  if (variable === null) return text
  const said = variable.slice(0, 80)
  part.refuse(
    name,
    21656,
    () => `The variable '${said}' needs a default, as in {{ ${said} | default: "…" }}.`,
  )
  return text
}
