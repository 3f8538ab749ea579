import { serveCommand } from './command'

/** What `npm run simulator` starts. */
export const server = serveCommand(process.argv.slice(2), {
  say: (words) => void process.stdout.write(`${words}\n`),
  fail(reason) {
    process.stderr.write(`${reason}\n`)
    process.exitCode = 1
  },
})
