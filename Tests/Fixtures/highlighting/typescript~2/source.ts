import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Article, Edition } from './model'

export interface BuildOptions {
  source: string
  output?: string
  editions: Edition[]
  readonly strict: boolean
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Error }

const DEFAULTS: Partial<BuildOptions> = {
  output: '_site',
  strict: false,
}

/** Reads every article of a folder, each once. */
export class Press {
  private cache = new Map<string, Article>()
  static instances = 0

  constructor(private readonly options: BuildOptions) {
    Press.instances += 1
  }

  get size(): number {
    return this.cache.size
  }

  async read(name: string): Promise<Result<Article>> {
    const known = this.cache.get(name)
    if (known !== undefined) {
      return { ok: true, value: known }
    }
    try {
      const text = await readFile(path.join(this.options.source, name), 'utf8')
      const article = parse(text, name)
      this.cache.set(name, article)
      return { ok: true, value: article }
    } catch (error) {
      return { ok: false, error: error as Error }
    }
  }

  protected render<K extends keyof Article>(article: Article, field: K): string {
    return `<p class="${String(field)}">${article[field] ?? ''}</p>`
  }
}

function parse(text: string, name: string): Article {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const matter: Record<string, string> = {}
  for (const line of (match?.[1] ?? '').split('\n')) {
    const [key, ...rest] = line.split(':')
    if (key) matter[key.trim()] = rest.join(':').trim()
  }
  return {
    name,
    title: matter.title || name.replace(/\.md$/, ''),
    tags: (matter.tags ?? '').split(',').filter(Boolean),
    words: text.length / 5 | 0,
  }
}

export async function build(options: BuildOptions): Promise<number> {
  const press = new Press({ ...DEFAULTS, ...options })
  let count = 0
  for (const name of ['a.md', 'b.md']) {
    const result = await press.read(name)
    if (!result.ok) {
      console.error(`${name}: ${result.error.message}`)
      if (options.strict) throw result.error
      continue
    }
    await writeFile(path.join(options.output!, `${result.value.title}.html`), JSON.stringify(result.value, null, 2))
    count++
  }
  return count
}
