import type { Lens, Novelty } from './lens'
import type { Json } from './resources'

/** How many answers wait for the lens before it is loaded for their sake. */
const KEPT = 30

export interface LazyLens {
  look(path: string, body: Json): void
  /** Rejects when the lens cannot be loaded. */
  novelties(): Promise<Novelty[]>
}

/**
 * The lens, without a share in the first load: what it is to look at waits until somebody asks what it saw, or until
 * much has come together.
 */
export function createLazyLens(): LazyLens {
  const waiting: [path: string, body: Json][] = []
  let lens: Lens | null = null
  let isLoading = false

  const load = async (): Promise<Lens> => {
    const { createLens } = await import('./lens')
    lens ??= createLens()
    for (const [path, body] of waiting.splice(0)) lens.look(path, body)
    return lens
  }
  const loadOnce = () => {
    if (isLoading) return
    isLoading = true
    // Offline, say: the oldest answers give way to new ones, and the next one tries again.
    void load()
      .catch(() => waiting.splice(0, waiting.length - KEPT))
      .finally(() => (isLoading = false))
  }

  return {
    look(path, body) {
      if (lens) return lens.look(path, body)
      waiting.push([path, body])
      if (waiting.length > KEPT) loadOnce()
    },
    novelties: async () => (await load()).novelties(),
  }
}
