import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#/app/App'
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './ui/theme.css'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
