import { start } from '#/app/start'
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './ui/theme.css'

start()
