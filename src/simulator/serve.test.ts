import type { Server } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { field, list, text } from '#/comms/wire'
import type { Json } from '#/comms/resources'
import { serveCommand } from './command'

const BASIC = `Basic ${btoa('account:token')}`
const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  process.exitCode = 0
})

interface Run {
  said: string[]
  failed: string[]
}

/** What a command says until it listens, has failed, or has nothing more to do. */
function run(args: string[]): Promise<Run> {
  const heard: Run = { said: [], failed: [] }
  return new Promise((resolve) => {
    const server = serveCommand(args, {
      say(words) {
        heard.said.push(words)
        if (words.startsWith('Try:')) resolve(heard)
      },
      fail(reason) {
        heard.failed.push(reason)
        resolve(heard)
      },
    })
    if (server) servers.push(server)
    else resolve(heard)
  })
}

const urlIn = ({ said }: Run) => said.join('\n').match(/http:\/\/127\.0\.0\.1:\d+\/v1/)?.[0] ?? ''

async function read(url: string): Promise<Json> {
  const response = await fetch(url, { headers: { authorization: BASIC } })
  expect(response.status).toBe(200)
  // What a server sends as JSON is JSON.
  return (await response.json()) as Json
}

describe('npm run simulator', () => {
  it('serves what its flags say, to those with credentials', async () => {
    const started = await run(['--port', '0', '--scenario', 'busy-day', '--dialect', 'Early', '--seed', '42'])
    const url = urlIn(started)
    expect(started.said).toEqual([
      `Simulator on ${url} (busy-day, early dialect, seed 42)`,
      `Try: curl -u account:token ${url}/Messages`,
    ])
    expect((await fetch(`${url}/Messages`)).status).toBe(401)
    const messages = list(await read(`${url}/Messages?page_size=5`), 'messages')
    expect(messages).toHaveLength(5)
    expect(messages[0]).toHaveProperty('created_at')
  })

  it('has another history with another seed, and the same with the same', async () => {
    const idsOf = async (seed: string) => {
      const url = urlIn(await run(['--port=0', `--seed=${seed}`]))
      return list(await read(`${url}/Senders`), 'senders').map((sender) => text(sender, 'id'))
    }
    const ids = await idsOf('7')
    expect(ids.length).toBeGreaterThan(3)
    expect(await idsOf('7')).toEqual(ids)
    expect(await idsOf('8')).not.toEqual(ids)
  })

  it('speaks as its scenario does unless it is told', async () => {
    const url = urlIn(await run(['--port', '0', '--scenario', 'early-v1']))
    expect(field(await read(`${url}/Messages`), 'pagination')).toMatchObject({
      self: '/Messages?page_size=50',
    })
  })

  it.each<[string, string[], RegExp]>([
    ['flag', ['--prot', '1'], /^Unknown option '--prot'.*--port <number>/s],
    ['word', ['busy-day'], /^Unexpected argument 'busy-day'.*--scenario <name>/s],
    ['flag without value', ['--seed'], /^Option '--seed <value>' argument missing.*--seed <number>/s],
    ['port', ['--port', 'http'], /^--port must be a whole number up to 65535, not 'http'\.$/],
    ['port that is too high', ['--port', '70000'], /^--port must be a whole number up to 65535/],
    ['seed', ['--seed', '1.5'], /^--seed must be a whole number up to 2147483648, not '1\.5'\.$/],
    ['scenario', ['--scenario', 'storm'], /^No scenario is called 'storm'\. There are: calm, busy-day/],
    ['dialect', ['--dialect', 'late'], /^No dialect is called 'late'\. There are: early, current\.$/],
  ])('tells what is right when a %s is wrong, and serves nothing', async (_, args, reason) => {
    const { said, failed } = await run(args)
    expect([said, failed]).toEqual([[], [expect.stringMatching(reason)]])
  })

  it('says when its port is taken', async () => {
    const taken = new URL(urlIn(await run(['--port', '0']))).port
    const { failed } = await run(['--port', taken])
    expect(failed).toEqual([expect.stringMatching(`^The simulator cannot listen on 127.0.0.1:${taken}: `)])
  })

  it('helps', async () => {
    const { said } = await run(['--help'])
    for (const words of ['--port', 'carrier-outage', 'X-Sim-Jump', '+15005550001']) {
      expect(said.join()).toContain(words)
    }
  })

  it('takes its flags from the command line and speaks on it', async () => {
    const argv = vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'serve.js', '--port', '0'])
    const out = new Promise<string>((resolve) => {
      vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
        resolve(String(words))
        return true
      })
    })
    const { server } = await import('./serve')
    argv.mockRestore()
    if (server) servers.push(server)
    expect(await out).toMatch(
      /^Simulator on http:\/\/127\.0\.0\.1:\d+\/v1 \(calm, current dialect, seed 1\)\n$/,
    )
  })

  it('ends with an error when its flags are wrong', async () => {
    vi.resetModules()
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'serve.js', '--prot'])
    const complaint = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { server } = await import('./serve')
    expect([server, process.exitCode]).toEqual([null, 1])
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining("Unknown option '--prot'"))
  })
})
