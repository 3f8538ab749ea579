import { describe, expect, it } from 'vitest'
import { createLazyLens } from './lazyLens'

describe('the lens that is loaded when it is needed', () => {
  it('sees what came before and what comes after, each once', async () => {
    const lens = createLazyLens()
    for (let n = 0; n < 100; n += 1) lens.look('/Messages/m', { mood: n })
    expect(await lens.novelties()).toEqual([{ place: 'message.mood', example: '0', count: 100 }])
    lens.look('/Messages/m', { mood: 1 })
    expect(await lens.novelties()).toMatchObject([{ count: 101 }])
  })

  it('has nothing to say where nothing came', async () => {
    expect(await createLazyLens().novelties()).toEqual([])
  })
})
