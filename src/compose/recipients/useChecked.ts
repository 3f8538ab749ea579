import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useDesk } from '../desk'
import { NOBODY, type Checked } from '../reading/checked'
import type { Who } from '../reading/list'
import { Cancelled } from '../reading/reader'

export interface CheckedState {
  /** The last result; of an older list while `pending`. */
  checked: Checked
  /** The list has changed since, and its check is under way. */
  pending: boolean
  /** How much of a long list is checked, from 0 to 1; `null` while nothing is known of it. */
  progress: number | null
  /** The check could not be done. */
  failed: Error | null
  retry: () => void
}

/** Typing is checked when the hand rests. */
const TYPING_MS = 350

interface Result {
  of: Who
  checked: Checked
  failed: Error | null
}

/** The checked form of a list, renewed when it changes. */
export function useChecked(who: Who): CheckedState {
  const { draft, reader, columns } = useDesk()
  const [result, setResult] = useState<Result | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const isEmpty = who.lists.length === 0 && who.typed.trim() === ''
  // What comes after an empty list has nothing to do with what was there before.
  if (isEmpty && result !== null) setResult(null)
  const wasTyped = useEffectEvent(() => result !== null && result.of.typed !== who.typed)

  useEffect(() => {
    if (isEmpty) return undefined
    let stale = false
    const check = async (): Promise<void> => {
      try {
        const checked = await reader.check(who, columns.get(), (share) => stale || setProgress(share))
        if (!stale) setResult({ of: who, checked, failed: null })
      } catch (error) {
        // Reading another file was stopped, and this check with it.
        if (stale) return
        if (error instanceof Cancelled) return check()
        setResult({ of: who, checked: NOBODY, failed: error instanceof Error ? error : new Error() })
      }
      if (!stale) setProgress(null)
    }
    const timer = setTimeout(() => void check(), wasTyped() ? TYPING_MS : 0)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [reader, columns, who, isEmpty])

  // A list that is another one, and the same, is checked again.
  const retry = useCallback(() => draft.set((old) => ({ ...old, who: { ...old.who } })), [draft])
  return useMemo(() => {
    if (isEmpty) return { checked: NOBODY, pending: false, progress: null, failed: null, retry }
    return {
      checked: result?.checked ?? NOBODY,
      pending: result?.of !== who,
      progress,
      failed: result?.of === who ? result.failed : null,
      retry,
    }
  }, [isEmpty, result, who, progress, retry])
}
