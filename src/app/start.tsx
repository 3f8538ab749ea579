import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { App } from './App'
import { routes } from './routes'

/**
 * Shows the program in the page.
 * @param basename path of the folder that it lives in
 */
export function start(basename = '/'): void {
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <App router={createBrowserRouter(routes, { basename })} />
    </StrictMode>,
  )
}
