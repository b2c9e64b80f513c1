import { existsSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'

const root = normalize(join(dirname(fileURLToPath(import.meta.url)), '../..'))
const docs = join(root, 'docs')

// Where the sources can be read, such as https://git.example.com/teams-availability/blob/main/
const sources = process.env.SITE_SOURCES ?? ''

/** Diagrams are drawn in the browser, from their text. */
function diagrams(md) {
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, index, options, env, self) =>
    tokens[index].info.trim() === 'mermaid'
      ? `<pre v-pre class="mermaid">${md.utils.escapeHtml(tokens[index].content)}</pre>`
      : fence(tokens, index, options, env, self)
}

/** A link to a file that is no page of the site leads to SITE_SOURCES; without that it is text. */
function linksToSources(md) {
  md.core.ruler.push('links-to-sources', (state) => {
    for (const block of state.tokens) {
      let text = false
      for (const token of block.children ?? []) {
        if (token.type === 'link_open') {
          const href = token.attrGet('href')
          const path = sourceOf(href, state.env.path)
          text = path !== null && sources === ''
          if (text) {
            token.tag = 'span'
            token.attrs = [['title', path]]
          } else if (path !== null) {
            token.attrSet('href', sources + path)
          }
        } else if (token.type === 'link_close' && text) {
          token.tag = 'span'
          text = false
        }
      }
    }
  })
}

/** The path in the repository; null for a page, an anchor or another site. */
function sourceOf(href, page) {
  if (/^([a-z]+:|#)/.test(href)) return null
  const file = normalize(join(dirname(page), decodeURI(href.split('#')[0])))
  if (file.startsWith(docs) && file.endsWith('.md')) return null
  return existsSync(file) ? relative(root, file) : null
}

export default defineConfig({
  title: 'Teams Availability',
  description: 'Which technicians are at work and on shift, from Microsoft Teams, as events on Kafka.',
  srcDir: '../docs',
  outDir: '../target/site',
  cacheDir: '../target/site-cache',
  vite: {
    // The pages lie outside of this folder, and what they import lies in it.
    resolve: { alias: [{ find: /^vue(?=\/|$)/, replacement: join(root, 'site/node_modules/vue') }] },
    build: { chunkSizeWarningLimit: 2000 },
  },
  // A relative base would break the search, so a site in a folder of a server has to name it.
  base: process.env.SITE_BASE ?? '/',
  markdown: {
    config(md) {
      diagrams(md)
      linksToSources(md)
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    socialLinks: [],
    sidebar: [
      { text: 'Start', items: [
        { text: 'What it is', link: '/' },
        { text: 'Set a service desk up', link: '/set-up' },
        { text: 'Architecture', link: '/architecture' },
        { text: 'Glossary', link: '/glossary' },
        { text: 'Rationale', link: '/rationale' },
      ] },
      { text: 'Use it from a workflow', items: [
        { text: 'Events', link: '/events' },
        { text: 'HTTP', link: '/http' },
        { text: 'MCP, for AI agents', link: '/mcp' },
        { text: 'Topics', link: '/topics' },
        { text: 'Message keys', link: '/message-keys' },
        { text: 'Troubleshooting', link: '/troubleshooting' },
      ] },
      { text: 'Install it', items: [
        { text: 'Docker Compose', link: '/compose' },
        { text: 'Kubernetes', link: '/kubernetes' },
        { text: 'Settings', link: '/settings' },
        { text: 'The Entra application', link: '/operations/entra-application' },
      ] },
      { text: 'Operate it', items: [
        { text: "An operator's questions", link: '/operations/questions' },
        { text: 'Commands', link: '/operations/commands' },
        { text: 'Authentication and TLS', link: '/operations/authentication-and-tls' },
        { text: 'Metrics', link: '/metrics' },
        { text: 'Alerts', link: '/operations/alerts' },
        { text: 'Upgrade and rollback', link: '/operations/upgrade' },
        { text: 'Backup and restore', link: '/operations/backup' },
        { text: 'Security and data', link: '/operations/security-and-data' },
        { text: 'Assumptions about Microsoft Graph', link: '/microsoft-graph-assumptions' },
      ] },
    ],
  },
})
