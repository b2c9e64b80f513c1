import DefaultTheme from 'vitepress/theme'
import './pages.css'
import { onMounted, watch, nextTick } from 'vue'
import { useData, useRoute } from 'vitepress'

/** Draws the page's diagrams, in the colours of the page. */
async function draw(dark) {
  const diagrams = [...document.querySelectorAll('pre.mermaid')]
  if (diagrams.length === 0) return
  const { default: mermaid } = await import('mermaid')
  mermaid.initialize({
    startOnLoad: false,
    deterministicIds: true,
    theme: dark ? 'dark' : 'default',
  })
  for (const diagram of diagrams) {
    diagram.dataset.text ??= diagram.textContent
    diagram.textContent = diagram.dataset.text
    diagram.removeAttribute('data-processed')
  }
  await mermaid.run({ nodes: diagrams })
}

export default {
  extends: DefaultTheme,
  setup() {
    const route = useRoute()
    const { isDark } = useData()
    onMounted(() => draw(isDark.value))
    watch([() => route.path, isDark], () => nextTick(() => draw(isDark.value)))
  },
}
