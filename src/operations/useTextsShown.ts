import { useState } from 'react'

const KEY = 'switchboard.operationTexts'

/**
 * Whether the list shows what was sent. A person's choice, kept in this browser: the API tells it of single messages
 * only (section 2.3), so it costs two requests for each row.
 */
export function useTextsShown(): [shown: boolean, choose: (shown: boolean) => void] {
  const [shown, setShown] = useState(() => {
    try {
      return localStorage.getItem(KEY) === 'shown'
    } catch {
      return false
    }
  })
  const choose = (next: boolean) => {
    setShown(next)
    try {
      localStorage.setItem(KEY, next ? 'shown' : 'hidden')
    } catch {
      // Where storage is blocked the choice lasts as long as the page.
    }
  }
  return [shown, choose]
}
