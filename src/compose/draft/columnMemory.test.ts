import { expect, it } from 'vitest'
import { createColumnMemory } from './columnMemory'

const MATCHING = { header: 0, numbers: [1], every: false, names: [0], variables: [] }

function storage(stored: string | null = null) {
  const items = new Map<string, string>(stored === null ? [] : [['switchboard.compose.columns', stored]])
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  }
}

it('keeps a matching for the next page, the newest for the same headings', () => {
  const kept = storage()
  const memory = createColumnMemory(kept)
  memory.keep(['Name', 'Phone'], MATCHING)
  memory.keep(['name', 'PHONE'], { ...MATCHING, names: [] })
  expect(createColumnMemory(kept).get()).toEqual([
    { headings: ['name', 'PHONE'], matching: { ...MATCHING, names: [] } },
  ])
})

it('keeps few, and nothing that is not a heading', () => {
  const kept = storage()
  const memory = createColumnMemory(kept)
  for (let at = 0; at < 50; at += 1) memory.keep([`Phone ${at}`], MATCHING)
  expect(createColumnMemory(kept).get()).toHaveLength(30)
})

it.each(['null', '7', '[7]', '[{"headings":[1],"matching":{}}]', '{'])('survives %s', (stored) => {
  expect(createColumnMemory(storage(stored)).get()).toEqual([])
})
