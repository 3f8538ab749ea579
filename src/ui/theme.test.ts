import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')
const pairs = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

type Side = 'light' | 'dark'
const SIDES: readonly Side[] = ['light', 'dark']
const TONES = ['neutral', 'blue', 'green', 'amber', 'red']
const SURFACES = ['sunken', 'page', 'surface', 'raised', 'hover', 'selected']

function colour(name: string, side: Side): string {
  const pair = pairs.get(name)
  if (!pair) throw new Error(`theme.css has no --color-${name}`)
  return pair[side]
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function ratio(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** The pairs that fall short of `least`, each with its ratio, so that a failure says what to change. */
function short(least: number, combinations: ReadonlyArray<readonly [string, string]>): string[] {
  return SIDES.flatMap((side) =>
    combinations.flatMap(([front, back]) => {
      const value = ratio(colour(front, side), colour(back, side))
      return value < least ? [`${front} on ${back}, ${side}: ${value.toFixed(2)}`] : []
    }),
  )
}

function every(fronts: readonly string[], backs: readonly string[]) {
  return fronts.flatMap((front) => backs.map((back) => [front, back] as const))
}

describe('contrast of the tokens', () => {
  it('knows black on white', () => {
    expect(ratio('#000000', '#ffffff')).toBe(21)
  })

  it('is 4.5 for text on every surface', () => {
    expect(short(4.5, every(['text', 'text-2', 'text-3', 'accent-text'], SURFACES))).toEqual([])
  })

  it('is 4.5 for the words of a tone, on its own tint and on surfaces', () => {
    expect(
      short(
        4.5,
        TONES.flatMap((tone) => every([`${tone}-text`], [`${tone}-soft`, ...SURFACES])),
      ),
    ).toEqual([])
  })

  it('is 4.5 for the words on buttons', () => {
    expect(
      short(4.5, [
        ['on-accent', 'accent'],
        ['on-accent', 'accent-hover'],
        ['on-danger', 'danger'],
        ['on-danger', 'danger-hover'],
      ]),
    ).toEqual([])
  })

  it('is 3 for bars, edges of controls and the focus ring', () => {
    const solids = TONES.map((tone) => `${tone}-solid`)
    expect(short(3, every([...solids, 'control', 'focus'], ['page', 'surface', 'raised']))).toEqual([])
  })
})
