import { useEffect, useState } from 'react'
import type * as dictionaryModule from './dictionary'
import { explainUnknown } from './explainUnknown'
import type { Explanation } from './explanation'

type Dictionary = typeof dictionaryModule

let loaded: Dictionary | null = null
let loading: Promise<Dictionary> | null = null

/** Loads the dictionary, once. A failure is not remembered, so the next code asks for it again. */
export function loadDictionary(): Promise<Dictionary> {
  loading ??= import('./dictionary').then(
    (dictionary) => (loaded = dictionary),
    (error: unknown) => {
      loading = null
      throw error
    },
  )
  return loading
}

/**
 * What a code means. `loading` until the dictionary is there; if it cannot be loaded, the general words with the link
 * to Twilio's page, since a code without any explanation is the worst answer.
 */
export function useExplanation(code: number): { explanation: Explanation; loading: boolean } {
  const [dictionary, setDictionary] = useState(loaded)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (dictionary) return undefined
    let current = true
    loadDictionary().then(
      (found) => current && setDictionary(found),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [dictionary])
  return {
    explanation: dictionary ? dictionary.explainCode(code) : explainUnknown(code),
    loading: !dictionary && !failed,
  }
}
