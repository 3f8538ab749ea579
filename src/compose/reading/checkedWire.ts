import { packCells, unpackCells } from './cells'
import type { Checked } from './checked'

/** The columns of texts, each of which crosses to the page as one string. */
const TEXTS = ['raw', 'e164', 'about', 'verdict', 'rule', 'name', 'variables'] as const

/** A checked list on its way from the worker to the page. */
export type CheckedWire = Omit<Checked, (typeof TEXTS)[number]> & {
  texts: string[]
}

export function packChecked({
  raw,
  e164,
  about,
  verdict,
  rule,
  name,
  variables,
  ...rest
}: Checked): CheckedWire {
  return {
    ...rest,
    texts: [raw, e164, about, verdict, rule, name, variables].map((column) => packCells(column)),
  }
}

export function unpackChecked({ texts, ...rest }: CheckedWire): Checked {
  const columns = Object.fromEntries(
    TEXTS.map((name, at) => [name, unpackCells(texts[at] ?? '', rest.source.length)]),
  )
  return { ...rest, ...columns } as Checked
}
