import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useDesk } from '../desk'
import { NOBODY, type Checked } from './checked'
import type { Who } from './list'

export interface CheckedState {
  /** The last result; of an older list while `pending`. */
  checked: Checked
  /** The list has changed since, and its check is under way. */
  pending: boolean
  /** The check could not be done. */
  failed: Error | null
  retry: () => void
}

/** Typing is checked when the hand rests. */
const TYPING_MS = 350

/** The checked form of a list, renewed when it changes. */
export function useChecked(who: Who): CheckedState {
  const { draft, reader } = useDesk()
  const [result, setResult] = useState<{ of: Who; checked: Checked; failed: Error | null } | null>(null)
  const isEmpty = who.lists.length === 0 && who.typed.trim() === ''
  const wasTyped = useEffectEvent(() => result !== null && result.of.typed !== who.typed)

  useEffect(() => {
    if (isEmpty) return undefined
    let stale = false
    const timer = setTimeout(
      () => {
        reader.check(who).then(
          (checked) => stale || setResult({ of: who, checked, failed: null }),
          (error: unknown) =>
            stale ||
            setResult({ of: who, checked: NOBODY, failed: error instanceof Error ? error : new Error() }),
        )
      },
      wasTyped() ? TYPING_MS : 0,
    )
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [reader, who, isEmpty])

  // A list that is another one, and the same, is checked again.
  const retry = useCallback(() => draft.set((old) => ({ ...old, who: { ...old.who } })), [draft])
  return useMemo(() => {
    if (isEmpty) return { checked: NOBODY, pending: false, failed: null, retry }
    return {
      checked: result?.checked ?? NOBODY,
      pending: result?.of !== who,
      failed: result?.of === who ? result.failed : null,
      retry,
    }
  }, [isEmpty, result, who, retry])
}
